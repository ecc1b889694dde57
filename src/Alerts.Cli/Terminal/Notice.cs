namespace Alerts.Cli.Terminal;

/// <summary>Says what takes a while, at once and in order (unlike <see cref="Progress{T}"/>, which posts).</summary>
internal sealed class Notice(TextWriter error) : IProgress<string>
{
    public void Report(string value) => error.WriteLine(Visible.Of(value));
}
