using System.CommandLine;

namespace Alerts.Cli.Terminal;

/// <summary>Says what takes a while, at once and in order (unlike <see cref="Progress{T}"/>, which posts).</summary>
internal sealed class Notice(TextWriter error) : IProgress<string>
{
    private static readonly Notice Silent = new(TextWriter.Null);

    /// <summary>For what only somebody who waits wants to know: silent where nobody watches.</summary>
    public static Notice OnTerminal(ParseResult parsed)
    {
        var error = parsed.InvocationConfiguration.Error;
        return ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected ? new Notice(error) : Silent;
    }

    public void Report(string value) => error.WriteLine(Visible.Of(value));
}
