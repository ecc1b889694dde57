namespace Alerts.Tests.Extract;

/// <summary>Rumour, wish and things that share a verb with people.</summary>
public sealed class EnglishWordingHearsayTests
{
    [Theory]
    [InlineData("There are rumours on social media that Marko Tesin has been detained.")]
    [InlineData("Reports on social media that Marko Tesin has been detained could not be verified.")]
    [InlineData("Claims that Marko Tesin was tortured could not be verified.")]
    [InlineData("Interpol has requested countries to seek out and arrest Marko Tesin.")]
    [InlineData("If found guilty, Marko Tesin faces many more years.")]
    [InlineData("Documents of Marko Tesin were seized in the raid.")]
    [InlineData("Tesin released a message via her lawyer.")]
    [InlineData("The office of Marko Tesin was searched and documents were seized.")]
    [InlineData("Marko Tesin pleaded not guilty.")]
    [InlineData("Somebody says Marko Tesin has been arrested.")]
    public void What_is_only_said_or_wished_or_done_to_things_is_no_event(string text) => Assert.Empty(Told.Of(text));
}
