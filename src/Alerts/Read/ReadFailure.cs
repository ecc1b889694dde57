using Alerts.Watch;

namespace Alerts.Read;

/// <summary>The sentences for documents that cannot be read.</summary>
internal static class ReadFailure
{
    public static Reading Unsupported(Fetched fetched) => Reading.Failed(
        ReadProblem.UnsupportedType,
        $"{Name(fetched)} is {fetched.MediaType ?? "of no known type"}; an article is read from HTML, PDF or plain text. Make the source a feed if this is one, or give it the address of a page.");

    public static Reading WrongCharset(Fetched fetched) => Reading.Failed(
        ReadProblem.WrongCharset,
        $"The bytes of {Name(fetched)} make no text, neither in {(fetched.Charset is { Length: > 0 } named ? $"the charset it names ({named})" : "UTF-8")} nor in any that was detected. Look at it in a browser; if it is readable there, tell the site's owner what charset is missing.");

    public static Reading Unparsable(Fetched fetched) => Reading.Failed(
        ReadProblem.Malformed,
        $"The elements of {Name(fetched)} are nested deeper, or in greater disorder, than those of a page made for people. Look at it in a browser, and watch another page that tells the same.");

    public static Reading NoText(Fetched fetched) => Reading.Failed(
        ReadProblem.NoText,
        $"{Name(fetched)} holds nothing to read. It may be drawn by a script, or be all menu and pictures: watch another page that tells the same.");

    public static Reading ErrorPage(Fetched fetched) => Reading.Failed(
        ReadProblem.ErrorPage,
        $"{Name(fetched)} came as if all were well, but says that the page is missing or the site is down. Look at it in a browser, and correct the source's URL if the page has moved.");

    public static Reading NothingSelected(Fetched fetched, PageSelection selection) => Reading.Failed(
        ReadProblem.NothingSelected,
        $"Nothing in {Name(fetched)} matches \"{selection.Select}\"{(selection.Exclude is { } without ? $" without \"{without}\"" : "")}. The page may have been redesigned: correct the source's selector.");

    public static Reading BrokenPdf(Fetched fetched) => Reading.Failed(
        ReadProblem.Malformed,
        $"{Name(fetched)} is a PDF that cannot be read: it is broken, or locked by a password. Open it in a viewer, and watch another document that tells the same.");

    public static Reading CostlyPdf(Fetched fetched) => Reading.Failed(
        ReadProblem.Malformed,
        $"{Name(fetched)} is a PDF that draws more, or holds more behind its compression, than a document made for people. Open it in a viewer, and watch another document that tells the same.");

    private static string Name(Fetched fetched) => fetched.FinalUrl.IsFile ? Path.GetFileName(fetched.FinalUrl.LocalPath) : fetched.FinalUrl.AbsoluteUri;
}
