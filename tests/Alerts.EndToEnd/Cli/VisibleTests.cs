using Alerts.Cli.Commands.Sources;
using Alerts.Cli.Terminal;

namespace Alerts.EndToEnd.Cli;

public class VisibleTests
{
    [Theory]
    [InlineData("plain «text» ю 🌊", "plain «text» ю 🌊")]
    [InlineData("\u001b]0;title\u0007x", " ]0;title x")]
    [InlineData("\u009b31mred", " 31mred")]
    [InlineData("a\r\nb\tc\u2028d", "a  b c d")]
    [InlineData("evil\u202etxt.exe", "evil txt.exe")]
    public void What_could_steer_the_terminal_becomes_a_blank(string text, string visible) => Assert.Equal(visible, Visible.Of(text));

    [Fact]
    public void Lines_may_stay_lines() => Assert.Equal("a\nb ", Visible.Lines("a\nb\u001b"));

    [Theory]
    [InlineData("short", "short")]
    [InlineData("a longer text", "a longer…")]
    [InlineData("12345678🌊90", "12345678…")]
    public void A_long_text_is_shortened(string text, string shown) => Assert.Equal(shown, Visible.Shortened(text, 10));

    [Theory]
    [InlineData("https://www.example.org/News/kz/", "example-org-news-kz")]
    [InlineData("https://пример.рф/", "xn-e1afmkfd-xn-p1ai")]
    [InlineData("http://127.0.0.1:5000/a?b=c", "127-0-0-1-a")]
    public void A_source_without_an_id_takes_one_from_its_address(string url, string id) => Assert.Equal(id, AddSource.IdOf(new Uri(url)));
}
