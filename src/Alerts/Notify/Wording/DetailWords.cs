namespace Alerts.Notify.Wording;

internal static class DetailWords
{
    private const int Longest = 40;

    /// <returns>The detail of an event or a state in words; null when it adds nothing.</returns>
    public static string? Of(string? detail) => detail switch
    {
        null or "unspecified" => null,
        "served" => "sentence served",
        "conditional" => "on conditions",
        "life" => "life sentence",
        "death" => "death sentence",
        "suspended" => "suspended sentence",
        _ => OutsideText.Line(detail.Replace('-', ' '), Longest) is { Length: > 0 } words ? words : null,
    };
}
