using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Alerts.Read;

/// <summary>The text of a PDF, page by page.</summary>
internal static partial class PdfText
{
    private const int MaxPages = 400;
    private const int MaxCharacters = 2_000_000;
    private const int MaxStackDepth = 128;

    /// <param name="body">The document.</param>
    /// <param name="budget">What reading it may cost; spent where it asked for more.</param>
    /// <returns>Title and day as the document's own data tell them, and its blocks; null when it is no PDF that can be read.</returns>
    public static (string Title, DateOnly? Created, IReadOnlyList<Block> Blocks)? Of(byte[] body, PdfBudget budget)
    {
        try
        {
            using var pdf = PdfDocument.Open(body, new ParsingOptions { UseLenientParsing = true, MaxStackDepth = MaxStackDepth, FilterProvider = new BoundedFilters(budget) });
            pdf.AddPageFactory<PdfDrawing, PdfDrawings>();
            var text = new StringBuilder();
            for (var page = 1; page <= Math.Min(pdf.NumberOfPages, MaxPages) && text.Length < MaxCharacters; page++)
            {
                pdf.GetPage<PdfDrawing>(page);
                var drawn = pdf.GetPage(page);

                budget.SpendSteps(Steps(drawn.Letters));

                // Ligatures become letters.
                text.Append(ContentOrderTextExtractor.GetText(drawn, addDoubleNewline: true).Normalize(NormalizationForm.FormKC)).Append("\n\n");
            }

            return budget.IsSpent ? null : (Markup.OneLine(pdf.Information.Title ?? ""), Day(pdf.Information.CreationDate), PlainText.Blocks(text.ToString()));
        }
#pragma warning disable CA1031 // Whatever a broken or hostile document breaks in the parser, it is a document that cannot be read.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>What the extractor takes: a letter may stand for a text of any length, and all white space in front of one is looked back over.</summary>
    private static long Steps(IReadOnlyList<Letter> letters)
    {
        var (steps, spaces) = (0L, 0L);
        foreach (var letter in letters)
        {
            steps += letter.Value.Length + spaces;
            spaces = string.IsNullOrWhiteSpace(letter.Value) ? spaces + 1 : 0;
        }

        return steps;
    }

    /// <summary>ISO 32000-1, section 7.9.4: <c>D:20240131…</c>.</summary>
    private static DateOnly? Day(string? date) =>
        Date().Match(date ?? "") is { Success: true } match && DateOnly.TryParseExact(match.Groups[1].ValueSpan, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^D:(\d{8})", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
