using Alerts.Tests.Read;

namespace Alerts.Tests.Watch;

public class CacheLifetimeTests
{
    [Theory]
    [InlineData("max-age=600", null, null, 600)]
    [InlineData("public, max-age=600, must-revalidate", "100", null, 500)]
    [InlineData("max-age=600", "700", null, null)]
    [InlineData("no-cache, max-age=600", null, null, null)]
    [InlineData("no-store", null, "Sat, 01 Mar 2025 13:00:00 GMT", null)]
    [InlineData("max-age=0", null, "Sat, 01 Mar 2025 13:00:00 GMT", null)]
    [InlineData(null, null, "Sat, 01 Mar 2025 13:00:00 GMT", 3600)]
    [InlineData(null, null, "0", null)]
    [InlineData("max-age=soon", null, null, null)]
    [InlineData(null, null, null, null)]
    public void An_answer_holds_for_as_long_as_its_server_says(string? control, string? age, string? expires, int? seconds)
    {
        var headers = new[] { ("cache-control", control), ("age", age), ("expires", expires) }.Where(h => h.Item2 is not null).Select(h => (h.Item1, h.Item2!));

        Assert.Equal(seconds, (int?)Documents.Html("<p>x</p>", [.. headers]).FreshFor?.TotalSeconds);
    }
}
