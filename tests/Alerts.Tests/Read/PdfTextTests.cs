using Alerts.Read;
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
