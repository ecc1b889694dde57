using Alerts.Cases;
using Alerts.Extract;

namespace Alerts.Tests.Extract;

/// <summary>Who is meant where only the case of a word tells it. Published on a Tuesday, 15 June 2021.</summary>
public sealed class RussianOrderTests
{
    private static readonly IReadOnlyList<Case> Watched =
    [
        new Case { Id = "marat", Kind = CaseKind.Person, Name = "Марат Ильясов" },
        new Case { Id = "anna", Kind = CaseKind.Person, Name = "Надежда Савко" },
        new Case { Id = "group", Kind = CaseKind.Organization, Name = "Вольный ветер" },
        new Case { Id = "law", Kind = CaseKind.Law, Name = "закон о собраниях" },
    ];

    [Theory]
    [InlineData("Марат Ильясов уехал. 9 декабря Минюст объявил его иностранным агентом.", "marat org-designated 2020-12-09 foreign-agent")]
    [InlineData("Марат Ильясов работал на телеканале «Вольный ветер», который власти признали экстремистским в ноябре 2020 года.", "group org-designated 2020-11 extremist")]
    [InlineData("Минюст включил в реестр иностранных агентов политолога Марата Ильясова.", "marat org-designated - foreign-agent")]
    [InlineData("Марата Ильясова 22 мая задержали на пикете и через три часа отпустили.", "marat detained 2021-05-22", "marat released 2021-05-22")]
    [InlineData("25 мая была освобождена и вернулась в Польшу Надежда Савко, которую в Минске приговорили к трём годам тюрьмы.", "anna released 2021-05-25", "anna sentenced - P3Y")]
    [InlineData("Другой участник того пикета, блогер Марат Ильясов, получил пять суток ареста.", "marat sentenced - P5D")]
    [InlineData("Из колонии освобождён 70-летний полковник ГРУ Марат Ильясов.", "marat released -")]
    [InlineData("Марат Ильясов уже в тюрьме. Фонд «Вольный ветер» в мае лишился счетов, а на прошлой неделе прокуратура возбудила против него дело.", "group charged 2021-06")]
    [InlineData("Защитник Марата Ильясова рассказал, что конвоиры сломали ему палец.", "marat ill-treated -")]
    [InlineData("Верховный суд рассмотрел жалобу Марата Ильясова и не изменил приговор.", "marat appeal-rejected -", "marat hearing -")]
    [InlineData("Среди задержанных — Марат Ильясов и Надежда Савко.", "anna detained -", "marat detained -")]
    [InlineData("Задержаны десять человек, среди них журналист Марат Ильясов.", "marat detained -")]
    [InlineData("В числе освобождённых оказалась Надежда Савко.", "anna released -")]
    [InlineData("Марат Ильясов приговорён к трём годам, а Надежда Савко — к двум годам колонии.", "anna sentenced - P2Y", "marat sentenced - P3Y")]
    [InlineData("Из могилёвской тюрьмы во вторник вышли Марат Ильясов и Надежда Савко.", "anna released 2021-06-15", "marat released 2021-06-15")]
    [InlineData("Рабочая группа ООН признала задержание Марата Ильясова произвольным.", "marat review -")]
    [InlineData("Европейский суд по правам человека вынес решение по жалобе Надежды Савко.", "anna review -")]
    [InlineData("Стало известно о смерти Марата Ильясова.", "marat died -")]
    [InlineData("Надежду Савко отправили в ШИЗО на 15 суток.", "anna transferred -")]
    public void Is_told_by_case_and_agreement(string text, params string[] events) => Assert.Equal(events, Told.Of(text, Watched, new DateOnly(2021, 6, 15)));

    [Theory]
    [InlineData("Министр назвал освобождение Марата Ильясова вопросом недель.")]
    [InlineData("Министр иностранных дел назвал Марата Ильясова другом.")]
    [InlineData("Областной суд лишил газету «Листок» регистрации. Вольный ветер сообщил об этом первым.")]
    [InlineData("Мосгорсуд отклонил жалобу на арест Марата Ильясова.")]
    public void Is_not_taken_for_an_event(string text) => Assert.Empty(Told.Of(text, Watched, new DateOnly(2021, 6, 15)));
}
