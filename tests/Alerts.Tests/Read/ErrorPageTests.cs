using Alerts.Read;

namespace Alerts.Tests.Read;

public class ErrorPageTests
{
    private readonly ArticleReader reader = new();

    [Theory]
    [InlineData("Page not found | Watch", "<p>The page you are looking for has been moved, or it never existed. Try the search, or begin at our front page.</p>")]
    [InlineData("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server. That is all we know about it.</p>")]
    [InlineData("Watch", "<h1>404</h1><p>Sorry, there is nothing to be seen at this address; please look at our latest news instead.</p>")]
    [InlineData("Watch", "<p>The requested page could not be found. Please go back to the front page of our site.</p>")]
    [InlineData("Страница не найдена", "<p>К сожалению, запрошенной вами страницы нет на нашем сайте. Воспользуйтесь поиском.</p>")]
    [InlineData("Página no encontrada", "<p>Lo sentimos, la dirección que busca no está en nuestro sitio; vuelva a la portada.</p>")]
    [InlineData("Page introuvable - Watch", "<p>Désolé, l'adresse demandée n'est plus sur notre site; revenez à la page d'accueil.</p>")]
    [InlineData("Site under maintenance", "<p>We are working on our site and shall be back in a few hours. Thank you for your patience.</p>")]
    [InlineData("Welcome to nginx!", "<p>If you see this page, the web server is successfully installed and working. Further configuration is required.</p>")]
    [InlineData("503 Service Unavailable", "<p>The server is temporarily unable to service your request. Please try again later.</p>")]
    public void A_page_that_apologises_with_status_200_is_a_failure(string title, string body) =>
        Assert.Equal(ReadProblem.ErrorPage, Read(title, body).Problem);

    [Theory]
    [InlineData("404 prisoners freed in amnesty", "<p>The president signed an amnesty for 404 prisoners on Monday, officials of the justice ministry said.</p>")]
    [InlineData("Missing page in court file delays hearing", "<p>The hearing of the editor was put off on Monday since a page of the file was not found.</p>")]
    [InlineData("Site of the opposition paper blocked", "<p>Readers in the capital saw a page that said 'not found' when they opened the paper's site on Monday.</p>")]
    public void An_article_about_such_things_is_read(string title, string body) => Assert.NotNull(Read(title, body).Article);

    [Fact]
    public void A_long_article_is_read_whatever_it_is_called() =>
        Assert.NotNull(Read("Page not found: how a ministry hides its archive", string.Concat(Enumerable.Repeat("<p>The ministry took down the pages on the trials of the editors, reporters found on Monday.</p>", 20))).Article);

    private Reading Read(string title, string body) => reader.Read(Documents.Html($"<!doctype html><title>{title}</title><body>{body}</body>"), sourceId: null);
}
