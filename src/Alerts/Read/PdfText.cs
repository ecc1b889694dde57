using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Alerts.Read;

/// <summary>The text of a PDF, page by page.</summary>
internal static partial class PdfText
{
    private const int MaxPages = 400;
    private const int MaxCharacters = 2_000_000;
    private const int MaxStackDepth = 128;

    /// <returns>Title and day as the document's own data tell them, and its blocks; null when it is no PDF that can be read.</returns>
    public static (string Title, DateOnly? Created, IReadOnlyList<Block> Blocks)? Of(byte[] body)
    {
        try
        {
            using var pdf = PdfDocument.Open(body, new ParsingOptions { UseLenientParsing = true, MaxStackDepth = MaxStackDepth, FilterProvider = new BoundedFilters() });
            var text = new StringBuilder();
            for (var page = 1; page <= Math.Min(pdf.NumberOfPages, MaxPages) && text.Length < MaxCharacters; page++)
            {
                // Ligatures become letters.
                text.Append(ContentOrderTextExtractor.GetText(pdf.GetPage(page), addDoubleNewline: true).Normalize(NormalizationForm.FormKC)).Append("\n\n");
            }

            return (Markup.OneLine(pdf.Information.Title ?? ""), Day(pdf.Information.CreationDate), PlainText.Blocks(text.ToString()));
        }
#pragma warning disable CA1031 // Whatever a broken or hostile document breaks in the parser, it is a document that cannot be read.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>ISO 32000-1, section 7.9.4: <c>D:20240131…</c>.</summary>
    private static DateOnly? Day(string? date) =>
        Date().Match(date ?? "") is { Success: true } match && DateOnly.TryParseExact(match.Groups[1].ValueSpan, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^D:(\d{8})", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
