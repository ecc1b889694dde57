using Alerts.Cases;

namespace Alerts.Notify.Wording;

internal static class StateWords
{
    /// <returns>"released (pardon)", "imprisoned (5 months, under a ban)".</returns>
    public static string Of(CaseState state)
    {
        var detail = Repeats(state) ? null : DetailWords.Of(state.Detail);
        var sentence = TermWords.Of(state.Sentence) ?? DetailWords.Of(state.Sentence);
        var more = new[] { detail, sentence, Bans(state.Bans.Count) }.OfType<string>().Distinct().ToList();
        return more.Count == 0 ? Status(state.Status) : $"{Status(state.Status)} ({string.Join(", ", more)})";
    }

    /// <summary>The status says as much already.</summary>
    private static bool Repeats(CaseState state) =>
        state.Detail == Word.Of(state.Status) || state is { Status: CaseStatus.ReleasedConditionally, Detail: "conditional" };

    private static string? Bans(int count) => count switch
    {
        0 => null,
        1 => "under a ban",
        _ => "under several bans",
    };

    private static string Status(CaseStatus status) => status switch
    {
        CaseStatus.Unknown => "not known",
        CaseStatus.ReleasedConditionally => "released conditionally",
        CaseStatus.HouseArrest => "under house arrest",
        CaseStatus.Disappeared => "missing",
        CaseStatus.Exiled => "in exile",
        CaseStatus.Denied => "registration denied",
        CaseStatus.Designated => "officially blacklisted",
        _ => Word.Of(status).Replace('-', ' '),
    };
}
