using System.Text;
using Alerts.Read;

namespace Alerts.Tests.Read;

public class CharsetTests
{
    private const string Russian =
        "<html><head><title>Новости</title></head><body><p>Суд в городе Речном приговорил журналистку Анну Лесную к двум годам лишения свободы. " +
        "Защита намерена обжаловать приговор, сообщили её коллеги из газеты Берег.</p></body></html>";

    private const string French = "<p>Le tribunal a condamné l’écrivaine à une peine sévère ; sa libération a été refusée à deux reprises.</p>";

    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("windows-1251", "cp1251")]
    [InlineData("koi8-r", "KOI8-R")]
    [InlineData("utf-8", "utf8")]
    [InlineData("utf-16", "utf-16")]
    public void The_charset_named_by_the_header_is_used(string charset, string named) =>
        Assert.Equal(Russian, Charset.Decode(Encoding.GetEncoding(charset).GetBytes(Russian), named));

    [Fact]
    public void The_charset_named_by_the_page_is_used_where_the_header_is_silent()
    {
        var page = Russian.Replace("<head>", "<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">", StringComparison.Ordinal);

        Assert.Equal(page, Charset.Decode(Encoding.GetEncoding(1251).GetBytes(page), fromHeader: null));
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("utf-8")]
    public void A_charset_that_nobody_names_is_detected(string charset) =>
        Assert.Equal(Russian, Charset.Decode(Encoding.GetEncoding(charset).GetBytes(Russian), fromHeader: null));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("no-such-charset")]
    public void A_header_that_makes_garbage_of_the_bytes_is_not_believed(string named) =>
        Assert.Equal(Russian, Charset.Decode(Encoding.GetEncoding(1251).GetBytes(Russian), named));

    [Fact]
    public void Utf8_is_known_by_its_bytes_whatever_is_named() =>
        Assert.Equal(Russian, Charset.Decode(Encoding.UTF8.GetBytes(Russian), "windows-1251"));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_decides(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);

        Assert.Equal(Russian, Charset.Decode([.. encoding.Preamble, .. encoding.GetBytes(Russian)], "windows-1252"));
    }

    [Fact]
    public void What_calls_itself_Latin_1_is_windows_1252() =>
        Assert.Equal(French, Charset.Decode(Encoding.GetEncoding(1252).GetBytes(French), "ISO-8859-1"));

    [Fact]
    public void One_damaged_character_does_not_cost_the_page()
    {
        byte[] page = [.. Encoding.UTF8.GetBytes(Russian), 0xD0];

        Assert.StartsWith(Russian, Charset.Decode(page, "utf-8"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_none_in_any_charset()
    {
        var noise = new byte[20_000];
        new Random(7).NextBytes(noise);

        Assert.Null(Charset.Decode(noise, "utf-8"));
        Assert.Null(Charset.Decode(noise, fromHeader: null));
    }
}
