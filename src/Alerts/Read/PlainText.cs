namespace Alerts.Read;

public static class PlainText
{
    public static IReadOnlyList<Block> Blocks(string text) => throw new NotImplementedException();
}
