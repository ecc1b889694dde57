using Alerts.Cases;

namespace Alerts.Tests.Cases;

public class PartialDateTests
{
    [Theory]
    [InlineData("2016", "2016-01-01", "2016-12-31")]
    [InlineData("2016-02", "2016-02-01", "2016-02-29")]
    [InlineData("2016-11-03", "2016-11-03", "2016-11-03")]
    public void A_date_stands_for_the_days_it_could_be(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(DateOnly.Parse(earliest), date.Earliest);
        Assert.Equal(DateOnly.Parse(latest), date.Latest);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("2016-02-31")]
    [InlineData("2016-13")]
    [InlineData("0000")]
    [InlineData("16")]
    [InlineData("2016-1-3")]
    [InlineData("2016-11-03-01")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_refused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2016", "2016-11-03", 0, true)]
    [InlineData("2016-10", "2016-11-03", 0, false)]
    [InlineData("2016-10", "2016-11-03", 10, true)]
    public void Two_dates_overlap_when_they_can_be_the_same_day(string one, string other, int slack, bool overlap)
    {
        Assert.Equal(overlap, PartialDate.Parse(one).Overlaps(PartialDate.Parse(other), slack));
        Assert.Equal(overlap, PartialDate.Parse(other).Overlaps(PartialDate.Parse(one), slack));
    }
}
