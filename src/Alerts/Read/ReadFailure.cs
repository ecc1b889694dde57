using Alerts.Watch;

namespace Alerts.Read;

/// <summary>The sentences for documents that cannot be read.</summary>
internal static class ReadFailure
{
    public static Reading Unsupported(Fetched fetched) => Reading.Failed(
        ReadProblem.UnsupportedType,
        $"{Name(fetched)} is {fetched.MediaType ?? "of no known type"}; an article is read from HTML or plain text. Make the source a feed if this is one, or give it the address of a page.");

    public static Reading WrongCharset(Fetched fetched) => Reading.Failed(
        ReadProblem.WrongCharset,
        $"The bytes of {Name(fetched)} make no text, neither in {(fetched.Charset is { Length: > 0 } named ? $"the charset it names ({named})" : "UTF-8")} nor in any that was detected. Look at it in a browser; if it is readable there, tell the site's owner what charset is missing.");

    public static Reading Unparsable(Fetched fetched) => Reading.Failed(
        ReadProblem.Malformed,
        $"The elements of {Name(fetched)} are nested deeper, or in greater disorder, than those of a page made for people. Look at it in a browser, and watch another page that tells the same.");

    public static Reading NoText(Fetched fetched) => Reading.Failed(
        ReadProblem.NoText,
        $"{Name(fetched)} holds nothing to read. It may be drawn by a script, or be all menu and pictures: watch another page that tells the same.");

    private static string Name(Fetched fetched) => fetched.FinalUrl.IsFile ? Path.GetFileName(fetched.FinalUrl.LocalPath) : fetched.FinalUrl.AbsoluteUri;
}
