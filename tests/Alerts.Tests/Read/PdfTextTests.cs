using System.Text;
using Alerts.Read;
using Alerts.Tests.Hostile;
using Alerts.Watch;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Alerts.Tests.Read;

public class PdfTextTests
{
    private readonly ArticleReader reader = new();

    [Fact]
    public void A_PDF_is_read_page_by_page()
    {
        var article = Read(Pdf("Ruling in case 7", ["The court found the editor guilty on Monday.", "It sentenced her to two years."], ["She is to be taken to the prison of the town."])).Article!;

        Assert.Equal("Ruling in case 7", article.Title);
        Assert.Equal((new DateOnly(2025, 2, 3), "pdf"), (article.Published, article.PublishedBy));
        Assert.Contains("found the editor guilty on Monday", article.Text, StringComparison.Ordinal);
        Assert.True(article.Text.IndexOf("two years", StringComparison.Ordinal) < article.Text.IndexOf("prison of the town", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    public void A_PDF_that_is_cut_short_or_is_none_is_a_failure(int kept)
    {
        var whole = Pdf("Ruling", ["The court found the editor guilty on Monday."]);

        Assert.Null(Read(whole[..kept]).Article);
    }

    [Fact]
    public void Noise_behind_the_mark_of_a_PDF_is_a_failure()
    {
        var noise = new byte[100_000];
        new Random(7).NextBytes(noise);

        Assert.Equal(ReadProblem.Malformed, Read([.. "%PDF-1.7\n"u8, .. noise]).Problem);
    }

    [Fact]
    public void What_a_PDF_draws_by_its_forms_is_read_as_often_as_it_is_drawn()
    {
        var text = Read(Bodies.Pdf("/X0 Do"u8.ToArray(), forms: ["/X1 Do 0 -40 Td /X1 Do", Line("The editor is free.", 700)])).Article!.Text;

        Assert.Equal(2, text.Split("The editor is free.").Length - 1);
    }

    [Fact]
    public void A_page_full_of_small_print_is_read()
    {
        var lines = Enumerable.Range(1, 300).Select(n => Line($"{n}. The editor {new string('x', 150)}", 790 - (n * 2)));

        Assert.Contains("300. The editor", Read(Bodies.Pdf(Encoding.ASCII.GetBytes(string.Concat(lines)))).Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_that_draws_without_end_is_a_failure_that_says_so()
    {
        var reading = Read(Bodies.Pdf("/X0 Do"u8.ToArray(), forms: ["/X1 Do", Line("On and on.", 700) + "/X0 Do"]));

        Assert.Equal(ReadProblem.Malformed, reading.Problem);
        Assert.Contains("draws more", reading.Explanation, StringComparison.Ordinal);
    }

    private static string Line(string text, int y) => $"BT /F 12 Tf 1 0 0 1 50 {y} Tm ({text}) Tj ET\n";

    private Reading Read(byte[] body) => reader.Read(Documents.Of(body, MediaTypes.Pdf, charset: null), sourceId: null);

    private static byte[] Pdf(string title, params string[][] pages)
    {
        var builder = new PdfDocumentBuilder { DocumentInformation = { Title = title, CreationDate = "D:20250203100000Z" } };
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var (i, line) in lines.Index())
            {
                page.AddText(line, 12, new PdfPoint(50, 780 - (i * 18)), font);
            }
        }

        return builder.Build();
    }
}
