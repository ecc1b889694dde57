using Alerts.Cases;
using Alerts.Reconcile;
using static Alerts.Tests.Reconcile.Stories;

namespace Alerts.Tests.Reconcile;

public class FreshnessTests
{
    [Theory]
    [InlineData("2019-10-16", "2019-10-30", true)]
    [InlineData("2019-09-20", "2019-10-30", true)]
    [InlineData("2019-08-31", "2019-10-30", false)]
    [InlineData("2019-10", "2019-10-30", true)]
    [InlineData("2019", "2019-10-30", false)]
    [InlineData("2019-08-20", "2019-09-25", true)]
    [InlineData(null, "2019-10-30", true)]
    [InlineData("2018-04-01", "2018-04-10", false)]
    [InlineData(null, "2018-04-10", false)]
    [InlineData("2019-10-16", "2018-04-10", true)]
    public void News_is_what_lies_near_first_sight_or_near_an_article_that_was_new_then(string? date, string published, bool fresh)
    {
        var told = new Reconciler(new ReconcileOptions())
            .Apply(NewFile(), [Sighting(CaseEventType.Released, date, published: published)], Now);

        Assert.Equal(fresh, told.News.Count == 1);
    }
}
