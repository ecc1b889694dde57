using Alerts.Cases;

namespace Alerts.Web.Cases;

/// <summary>What a list of cases is asked for.</summary>
internal sealed record CaseQuery(int Limit, string? After, string? Country, CaseKind? Kind)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <param name="query">What was asked, unless <paramref name="problem"/> says why it cannot be.</param>
    public static bool TryParse(string? limit, string? after, string? country, string? kind, out CaseQuery query, out string? problem)
    {
        var count = DefaultLimit;
        var caseKind = default(CaseKind);
        problem = limit is not null && !(int.TryParse(limit, out count) && count is >= 1 and <= MaxLimit)
                ? $"limit must be a number from 1 to {MaxLimit}"
            : country is not null && !(country.Length == 2 && country.All(char.IsAsciiLetter))
                ? "country must be two letters (ISO 3166-1 alpha-2), such as KZ"
            : kind is not null && !Word.TryParse(kind, out caseKind)
                ? $"kind must be one of: {string.Join(", ", Word.All<CaseKind>())}"
            : null;
        query = new CaseQuery(count, after, country, kind is null ? null : caseKind);
        return problem is null;
    }

    public bool Wants(CaseFile file) =>
        (After is null || string.CompareOrdinal(file.Case.Id, After) > 0)
        && (Country is null || string.Equals(file.Case.Country, Country, StringComparison.OrdinalIgnoreCase))
        && (Kind is null || file.Case.Kind == Kind);
}
