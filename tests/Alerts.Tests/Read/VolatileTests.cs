using Alerts.Read;

namespace Alerts.Tests.Read;

/// <summary>What a page says differently at each look is no news.</summary>
public class VolatileTests
{
    private const string Lead = "A court in Rivertown sentenced the journalist Anna Lesnaya to two years in prison on Monday, her lawyer said.";
    private const string Rest = "The hearing lasted four days; the defence announced an appeal, which has to be lodged within a fortnight.";

    [Fact]
    public void Two_renderings_of_one_page_hash_alike() => Assert.Equal(
        Page("Saturday, 1 March 2025, 12:04", "5 minutes ago", "1,204 views", "No", "Page generated in 0.213 seconds").ContentHash,
        Page("Monday, 3 March 2025, 08:30", "2 days ago", "1,377 views", "12", "Page generated in 0.087 seconds").ContentHash);

    [Theory]
    [InlineData("1,204 views", "1,377 views")]
    [InlineData("Views: 12", "Views: 1.3k")]
    [InlineData("By Marta | 3 comments", "By Marta | 14 comments")]
    [InlineData("Updated 5 minutes ago", "Updated 2 hours ago")]
    [InlineData("Updated 5 minutes ago.", "Updated 2 hours ago.")]
    [InlineData("Retrieved at 12:04 on 1 March 2025", "Retrieved at 08:30 on 3 March 2025")]
    [InlineData("Retrieved 2025-03-01T12:04:55.120Z", "Retrieved 2025-03-03T08:30:00.004Z")]
    [InlineData("Page generated in 0.213 seconds", "Page generated in 0.087 seconds")]
    [InlineData("Today is Saturday, 1 March 2025", "Today is Monday, 3 March 2025")]
    [InlineData("Просмотров: 204", "Просмотров: 377")]
    [InlineData("Опубликовано 5 минут назад", "Опубликовано 2 часа назад")]
    [InlineData("Сегодня суббота, 1 марта 2025 г.", "Сегодня понедельник, 3 марта 2025 г.")]
    [InlineData("Сейчас на сайте 12 человек", "Сейчас на сайте 7 человек")]
    [InlineData("Actualizado hace 5 minutos", "Actualizado hace 2 horas")]
    [InlineData("204 visitas", "377 visitas")]
    [InlineData("Publié il y a 5 minutes", "Publié il y a 2 heures")]
    [InlineData("204 lectures", "377 lectures")]
    public void A_counter_or_stamp_is_no_part_of_the_content_hash(string one, string other) =>
        Assert.Equal(Read($"<p>{Lead}</p><p>{one}</p><p>{Rest}</p>").ContentHash, Read($"<p>{Lead}</p><p>{other}</p><p>{Rest}</p>").ContentHash);

    [Theory]
    [InlineData("Saturday, 1 March 2025", "Monday, 3 March 2025")]
    [InlineData("суббота, 1 марта 2025 г., 12:04", "понедельник, 3 марта 2025 г., 08:30")]
    [InlineData("sábado, 1 de marzo de 2025", "lunes, 3 de marzo de 2025")]
    [InlineData("01.03.2025", "03.03.2025")]
    public void A_date_alone_above_the_text_is_no_part_of_the_content_hash(string one, string other) =>
        Assert.Equal(Read($"<p>{one}</p><p>{Lead}</p>").ContentHash, Read($"<p>{other}</p><p>{Lead}</p>").ContentHash);

    [Theory]
    [InlineData("Sentenced to 2 years", "Sentenced to 3 years")]
    [InlineData("Next hearing: 14 April 2025", "Next hearing: 15 April 2025")]
    [InlineData("14 April 2025", "15 April 2025")]
    [InlineData("Arrest prolonged until 14 April", "Arrest prolonged until 14 May")]
    [InlineData("Released after 9 months", "Released after 10 months")]
    [InlineData("Visits: forbidden", "Visits: allowed")]
    [InlineData("Сегодня суд освободил Полева", "Сегодня суд арестовал Полева")]
    [InlineData("Updated: Lesnaya was released on 1 March.", "Updated: Lesnaya was arrested on 1 March.")]
    public void What_people_wrote_is_part_of_it(string one, string other) =>
        Assert.NotEqual(Read($"<p>{Lead}</p><p>{one}</p><p>{Rest}</p>").ContentHash, Read($"<p>{Lead}</p><p>{other}</p><p>{Rest}</p>").ContentHash);

    private static Article Page(string today, string updated, string views, string comments, string made) => Read($"""
        <html lang="en"><title>Journalist sentenced in Rivertown</title><body><div class="wrap"><p>{today}</p><h1>Journalist sentenced in Rivertown</h1>
        <p class="meta">By Marta · updated {updated} · {views}</p><p>{Lead}</p><p>{Rest}</p><p><a href="#c">{comments} comments</a></p><p>{made}</p>
        <p>© 2005-{today[^11..]} Rivertown Watch</p></div></body></html>
        """);

    private static Article Read(string html) => new ArticleReader().Read(Documents.Html(html), sourceId: null).Article!;
}
