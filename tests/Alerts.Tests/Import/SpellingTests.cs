using Alerts.Import;

namespace Alerts.Tests.Import;

public class SpellingTests
{
    private static readonly string[] Ids = ["max-bokaev", "erlan-baltabay", "kz-land-code", "knprk"];

    [Theory]
    [InlineData("max-bokayev", "max-bokaev")]
    [InlineData("erlan-baltabai", "erlan-baltabay")]
    [InlineData("bokaev", "max-bokaev")]
    [InlineData("KNPRK", "knprk")]
    public void What_was_probably_meant_is_offered(string word, string meant) => Assert.Equal([meant], Spelling.Near(word, Ids));

    [Fact]
    public void What_is_far_from_everything_has_no_hint() => Assert.Equal("", Spelling.Hint("somebody-else", Ids));
}
