namespace Alerts.Cases;

/// <summary>The grammatical gender a person's pronouns take, where it is known.</summary>
public enum Gender
{
    Male,
    Female,
}
