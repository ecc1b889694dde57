namespace Alerts.Notify.Wording;

/// <summary>
/// What every alert says, in plain words, before a channel dresses it. Every text is a single line of bounded length, and unescaped:
/// names, quotes and sentences are the words of others. All wording stands in this folder.
/// </summary>
public abstract record AlertText
{
    protected const int LongestName = 100;
    private const int LongestHost = 100;
    private const int LongestLink = 2000;

    /// <summary>Of the case, or of the source.</summary>
    public required string Name { get; init; }

    /// <summary>In mid-sentence form: "sentenced to 5 months".</summary>
    public required string Happened { get; init; }

    /// <summary>What it is: "Person, Kazakhstan".</summary>
    public required string Context { get; init; }

    /// <summary>The host of the page, in ASCII, so that a look-alike shows.</summary>
    public required string Source { get; init; }

    /// <summary>The page; null when that is no plain http or https address.</summary>
    public Uri? Link { get; init; }

    public required string HowKnown { get; init; }

    /// <summary>What to mind before relying on it.</summary>
    public string Act => Link is null ? Labels.ActText : $"{Labels.ActText} {Labels.LinkText}";

    public abstract string Headline { get; }

    /// <summary>Why the reader is told, without a word about who else is.</summary>
    public abstract string Why { get; }

    protected static string HostOf(Uri url) =>
        url is { IsAbsoluteUri: true, IdnHost: { Length: > 0 } host } ? OutsideText.Line(host, LongestHost) : Labels.UnknownSource;

    /// <summary>A name before an @ serves to pass one host off as another.</summary>
    protected static Uri? LinkTo(Uri url) =>
        url is { IsAbsoluteUri: true, UserInfo: "" } && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.AbsoluteUri.Length <= LongestLink
            ? url
            : null;
}
