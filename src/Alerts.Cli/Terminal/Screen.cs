using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Alerts.Cli.Terminal;

/// <summary>
/// Where a command writes. Colours and borders only on a terminal, and no colours where NO_COLOR is set (no-color.org);
/// everything passes <see cref="Visible"/>, nothing is read as markup.
/// </summary>
public sealed class Screen
{
    /// <summary>So wide that nothing wraps: whoever reads a pipe reads lines.</summary>
    private const int PipeWidth = 4096;

    public static readonly Style Plain = Style.Plain;
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Faint = new(Color.Grey);
    public static readonly Style Good = new(Color.Green);
    public static readonly Style Bad = new(Color.Red);

    private readonly TextWriter output;
    private readonly IAnsiConsole console;
    private readonly bool terminal;

    private Screen(TextWriter output, bool terminal)
    {
        this.output = output;
        this.terminal = terminal;
        var colours = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!terminal)
        {
            console.Profile.Width = PipeWidth;
        }
    }

    public static Screen Of(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        return new Screen(output, terminal: ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected);
    }

    public static Screen OfErrors(ParseResult parsed) => new(parsed.InvocationConfiguration.Error, terminal: false);

    public void Line(string text = "") => Line(text, Plain);

    public void Line(string text, Style style) => Line((text, style));

    /// <summary>One line of pieces, each in its style.</summary>
    public void Line(params ReadOnlySpan<(string Text, Style Style)> pieces)
    {
        var line = new Paragraph();
        foreach (var (text, style) in pieces)
        {
            line.Append(Visible.Of(text), style);
        }

        console.Write(line);
        console.WriteLine();
    }

    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = terminal ? TableBorder.Rounded : TableBorder.None };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, Strong)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Visible.Of(cell))));
        }

        console.Write(table);
    }

    /// <summary>One object on one line.</summary>
    public void Json<T>(T value, JsonSerializerOptions options) => output.WriteLine(JsonSerializer.Serialize(value, options));
}
