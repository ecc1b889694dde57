using System.CommandLine;
using Alerts.Cases;
using Alerts.Cli.Commands.Import;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Extract;
using Alerts.Import;
using Alerts.Read;

namespace Alerts.Cli.Commands.Check;

/// <summary><c>alerts check</c>: reads one document and prints what it says happened to whom. Touches no storage.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var document = new Argument<string>("document") { Description = "A file (HTML, text, feed) or an http(s) address", HelpName = "file or URL" };
        var published = Forms.Day.ToValueOption("--published", "DATE", "When it was published, where the document does not say");
        var cases = ImportSource.CasesOption();
        var allowed = DocumentInput.AllowHostOption();
        var json = new Option<bool>("--json") { Description = "One JSON object a line for each event" };
        var explain = new Option<bool>("--explain") { Description = "Also how each sentence was cut, and why other candidates were turned down" };
        var command = new Command("check", "Read one document and print its events, with the sentence that proves each; writes nothing")
        {
            document, published, cases, allowed, json, explain,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var watched = ImportSource.Cases(parsed.GetValue(cases));
            await using var reading = ReadingServices.Create(parsed, parsed.GetValue(allowed)!);
            var input = new DocumentInput(reading);
            var fetched = await input.FetchAsync(parsed.GetValue(document)!, cancellation);
            var article = input.Read(fetched, parsed.GetValue(published));
            var extraction = reading.Extractor.Extract(article, new CaseIndex(watched), parsed.GetValue(explain));
            Print(Screen.Of(parsed), article, extraction, watched, parsed.GetValue(json));
            if (parsed.GetValue(explain))
            {
                // Beside JSON it goes where it cannot be taken for an event.
                ExtractionReport.Explanation(parsed.GetValue(json) ? Screen.OfErrors(parsed) : Screen.Of(parsed), extraction);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, Article article, Extraction extraction, IReadOnlyList<Case> watched, bool json)
    {
        if (json)
        {
            ExtractionReport.Json(screen, extraction);
        }
        else
        {
            ArticleReport.Head(screen, article);
            ExtractionReport.Events(screen, extraction, watched);
        }
    }
}
