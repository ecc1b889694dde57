using Alerts.Cases;

namespace Alerts.Tests.Cases;

public class TermTests
{
    [Theory]
    [InlineData("P5Y", "2021-11-03")]
    [InlineData("P7Y6M", "2024-05-03")]
    [InlineData("P15D", "2016-11-18")]
    [InlineData("P2W", "2016-11-17")]
    [InlineData("P9999Y", "9999-12-31")]
    public void A_term_ends_so_much_later(string text, string end)
    {
        Assert.True(Term.TryParse(text, out var term));
        Assert.Equal(DateOnly.Parse(end), term.From(new DateOnly(2016, 11, 3)));
    }

    [Theory]
    [InlineData("P")]
    [InlineData("5Y")]
    [InlineData("P0D")]
    [InlineData("P5Y\n")]
    [InlineData("life")]
    [InlineData(null)]
    public void What_is_no_term_is_refused(string? text) => Assert.False(Term.TryParse(text, out _));
}
