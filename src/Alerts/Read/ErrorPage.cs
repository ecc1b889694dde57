using System.Text.RegularExpressions;

namespace Alerts.Read;

/// <summary>Recognises a page that says it is none, though it came with status 200: a soft 404, maintenance, a closed account, a server's own welcome.</summary>
internal static partial class ErrorPage
{
    /// <summary>Characters of a page that does no more than apologise; an article about an error has more to say.</summary>
    private const int MostText = 1_500;

    /// <summary>No title is longer, and the patterns are slow on one of megabytes.</summary>
    private const int MostTitle = 500;

    public static bool Is(Article article) =>
        article.Title.Length <= MostTitle
        && article.Blocks.Sum(b => b.Text.Length) <= MostText
        && (Said().IsMatch(article.Title) || article.Blocks is [{ Kind: BlockKind.Heading } heading, ..] && Said().IsMatch(heading.Text) || article.Blocks.Any(b => Alone().IsMatch(b.Text)));

    [GeneratedRegex(
        @"^\W*(?:error\s*)?(?:40[34]|410|50[0234])\b(?!\s+(?:people|prisoners|detainees|arrests|cases|days|protesters))|page (?:not found|cannot be found|does not exist|doesn.t exist|no longer exists)|not found\W*$|(?:oops|sorry)\b.*\bpage|internal server error|service unavailable|bad gateway|under (?:maintenance|construction)|maintenance mode|be right back|account (?:has been )?suspended|domain (?:is )?for sale|welcome to nginx|apache2? .*default page|^index of /|страниц[аы] не (?:найдена|существует)|сайт (?:временно недоступен|на реконструкции)|технические работы|página no encontrada|no se encontró la página|sitio en (?:mantenimiento|construcción)|page (?:introuvable|non trouvée)|(?:site )?en (?:cours de )?maintenance",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Said();

    /// <summary>A whole block that no article has.</summary>
    [GeneratedRegex(
        @"^(?:error\s*)?404\W*(?:error|not found|page not found)?\W*$|^the (?:requested )?(?:page|url|resource) (?:you (?:requested|are looking for|were looking for) )?(?:could not be found|cannot be found|was not found|does not exist|no longer exists)|^запрашиваемая (?:вами )?страница не (?:найдена|существует)|^la page (?:demandée|que vous (?:cherchez|recherchez)) (?:n.existe|est introuvable)|^la página (?:solicitada|que busca) no (?:existe|se encuentra)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();
}
