using Alerts.Cli.Terminal;
using Alerts.Read;

namespace Alerts.Cli.Commands.Check;

/// <summary>An article on the screen.</summary>
internal static class ArticleReport
{
    private const int BlocksShown = 8;
    private const int BlockLength = 160;

    public static void Head(Screen screen, Article article)
    {
        if (article.Title.Length > 0)
        {
            screen.Line(article.Title, Screen.Strong);
        }

        var published = article.Published is { } day ? $"published {day:yyyy-MM-dd} ({article.PublishedBy})" : "no date of publication found";
        screen.Line($"{published} · language {article.Language ?? "not stated"} · {article.Blocks.Count} blocks", Screen.Faint);
        screen.Line();
    }

    public static void Blocks(Screen screen, Article article)
    {
        foreach (var block in article.Blocks.Take(BlocksShown))
        {
            var mark = block.Kind switch
            {
                BlockKind.Heading => "# ",
                BlockKind.ListItem => "• ",
                _ => "",
            };
            screen.Line($"  {mark}{Visible.Shortened(block.Text, BlockLength)}");
        }

        if (article.Blocks.Count > BlocksShown)
        {
            screen.Line($"  … and {article.Blocks.Count - BlocksShown} more", Screen.Faint);
        }

        screen.Line();
    }
}
