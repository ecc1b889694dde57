using System.Globalization;
using Alerts.Cases;

namespace Alerts.Notify.Wording;

internal static class CaseWords
{
    /// <returns>"Person, Kazakhstan".</returns>
    public static string Of(Case watched)
    {
        var kind = watched.Kind switch
        {
            CaseKind.Person => "Person",
            CaseKind.Organization => "Organization",
            _ => "Law",
        };
        return Country(watched.Country) is { } country ? $"{kind}, {country}" : kind;
    }

    private static string? Country(string? code)
    {
        try
        {
            return code is { Length: 2 } ? OutsideText.Line(new RegionInfo(code).EnglishName, 60) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
