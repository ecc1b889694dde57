using Alerts.Cases;
using Alerts.Extract;
using Alerts.Read;

namespace Alerts.Tests.Extract;

/// <summary>How Russian news tells of arrests, verdicts and registers: impersonal plurals, decisions "об аресте", names that do not bend. Published on a Tuesday, 15 June 2021.</summary>
public sealed class RussianNewsWordingTests
{
    private static readonly Extractor Reader = new(LanguagePacks.Load());

    private static readonly CaseIndex Watched = new(
    [
        new Case { Id = "artyom", Kind = CaseKind.Person, Name = "Артём Лосев" },
        new Case { Id = "nina", Kind = CaseKind.Person, Name = "Нина Орлова" },
        new Case { Id = "darya", Kind = CaseKind.Person, Name = "Дарья Кравец" },
        new Case { Id = "city", Kind = CaseKind.Organization, Name = "Чистый город" },
        new Case { Id = "law", Kind = CaseKind.Law, Name = "закон о митингах" },
    ]);

    [Theory]
    [InlineData("artyom detained", "Судья принял решение об аресте Артёма Лосева до 11 октября.")]
    [InlineData("artyom detained", "Суд санкционировал арест Артёма Лосева.")]
    [InlineData("artyom detained", "Таганский суд вынес постановление об аресте Артёма Лосева.")]
    [InlineData("darya detained", "Дарью Кравец задержали в аэропорту Шереметьево.")]
    [InlineData("darya detained", "Суд арестовал Дарью Кравец до 5 июля.")]
    [InlineData("artyom detained", "Артёма Лосева, который работал юристом, задержали 3 мая.")]
    [InlineData("artyom detained", "Артёма Лосева посадили под арест до суда.")]
    [InlineData("artyom charged", "Артёма Лосева обвинили в участии в террористической организации (ч. 2 ст. 205.5 УК).")]
    [InlineData("artyom charged", "Следствие обвинило Артёма Лосева в экстремизме.")]
    [InlineData("artyom charged", "Артёма Лосева сделали фигурантом уголовного дела.")]
    [InlineData("artyom charged", "Артёму Лосеву инкриминируют распространение фейков.")]
    [InlineData("nina charged", "Нине Орловой вменили дискредитацию армии.")]
    [InlineData("artyom charged", "Артём Лосев стал фигурантом дела о хищении.")]
    [InlineData("artyom hearing", "Суд приступил к рассмотрению дела Артёма Лосева.")]
    [InlineData("artyom hearing", "Приговор Артёму Лосеву огласят 5 мая.")]
    [InlineData("artyom hearing", "Артём Лосев выступил в суде с последним словом.")]
    [InlineData("artyom hearing", "Суд начал рассматривать апелляцию Артёма Лосева.")]
    [InlineData("artyom hearing", "Начинается суд над Артёмом Лосевым.")]
    [InlineData("artyom convicted", "Артём Лосев признал свою вину в суде.")]
    [InlineData("artyom convicted", "Присяжные вынесли обвинительный вердикт Артёму Лосеву.")]
    [InlineData("darya sentenced", "Суд заочно назначил политологу Дарье Кравец год колонии.")]
    [InlineData("darya sentenced", "Дарье Кравец дали восемь лет колонии.")]
    [InlineData("darya sentenced", "Дарью Кравец заочно приговорили к восьми годам.")]
    [InlineData("artyom sentenced", "Суд приговорил Артёма Лосева к штрафу и запретил ему два года заниматься журналистикой. Суд дал ему год условно.")]
    [InlineData("artyom acquitted", "Верховный суд отменил приговор Артёму Лосеву и Нине Орловой.")]
    [InlineData("nina acquitted", "Верховный суд отменил приговор Артёму Лосеву и Нине Орловой.")]
    [InlineData("artyom acquitted", "Следствие прекратило дело в отношении Артёма Лосева.")]
    [InlineData("artyom acquitted", "Прокуратура отказалась от обвинений против Артёма Лосева.")]
    [InlineData("artyom appeal-rejected", "Верховный суд отказался пересматривать приговор Артёму Лосеву.")]
    [InlineData("artyom appeal-rejected", "Суд отказал в удовлетворении жалобы Артёма Лосева.")]
    [InlineData("artyom sentence-changed", "Смертный приговор Артёму Лосеву заменили пожизненным заключением.")]
    [InlineData("artyom transferred", "Артёма Лосева отправили на психиатрическую экспертизу в институт Сербского.")]
    [InlineData("artyom released", "Артёма Лосева отпустили под подписку о невыезде.")]
    [InlineData("artyom released", "Артём Лосев освобождён по УДО.")]
    [InlineData("artyom released", "Президент подписал указ о помиловании Артёма Лосева.")]
    [InlineData("artyom released", "Суд принял решение об условно-досрочном освобождении Артёма Лосева.")]
    [InlineData("artyom released", "Артёма Лосева отпустили домой после допроса.")]
    [InlineData("artyom released", "Лосева отпустили из отдела полиции без протокола. Артём Лосев — юрист.")]
    [InlineData("artyom released", "Артёму Лосеву изменили меру пресечения на подписку о невыезде.")]
    [InlineData("artyom released", "Артём Лосев покинул территорию колонии № 5.")]
    [InlineData("artyom released", "Суд удовлетворил ходатайство об УДО Артёма Лосева.")]
    [InlineData("artyom fined", "Артёма Лосева дважды оштрафовали за дискредитацию армии.")]
    [InlineData("darya fined", "До этого Кравец дважды штрафовали по административным делам. Дарья Кравец — политолог.")]
    [InlineData("artyom banned", "Артёму Лосеву запретили въезд в Россию.")]
    [InlineData("artyom banned", "Суд запретил Артёму Лосеву заниматься журналистикой.")]
    [InlineData("artyom banned", "Избрана мера пресечения в виде запрета определённых действий для Артёма Лосева.")]
    [InlineData("artyom banned", "Суд избрал Артёму Лосеву запрет определённых действий.")]
    [InlineData("artyom banned", "Артёма Лосева лишили адвокатского статуса.")]
    [InlineData("artyom banned", "Артёма Лосева не пустили в Казахстан.")]
    [InlineData("artyom banned", "Артёма Лосева внесли в список невъездных.")]
    [InlineData("artyom banned", "ФИФА отстранила Артёма Лосева от футбола на восемь лет.")]
    [InlineData("artyom ban-lifted", "Суд снял с Артёма Лосева запрет на выезд.")]
    [InlineData("artyom hospitalized", "Артёма Лосева перевезли в медсанчасть СИЗО.")]
    [InlineData("artyom hunger-strike", "Артём Лосев с 13 декабря проводит голодовку.")]
    [InlineData("artyom hunger-strike", "Артём Лосев начал сухую голодовку.")]
    [InlineData("artyom hunger-strike", "Артём Лосев снял голодовку.")]
    [InlineData("artyom hunger-strike", "Голодовка Артёма Лосева длится с 5 мая.")]
    [InlineData("artyom hunger-strike", "Артём Лосев вышел из голодовки.")]
    [InlineData("artyom ill-treated", "На Артёма Лосева напали неизвестные.")]
    [InlineData("artyom ill-treated", "Неизвестные напали на журналиста Артёма Лосева и избили его.")]
    [InlineData("artyom ill-treated", "Артём Лосев подвергся нападению.")]
    [InlineData("artyom ill-treated", "Артёма Лосева отравили.")]
    [InlineData("artyom ill-treated", "Артёма Лосева облили зелёнкой.")]
    [InlineData("artyom disappeared", "Связь с Артёмом Лосевым пропала.")]
    [InlineData("artyom died", "Артём Лосев был расстрелян в 1938 году.")]
    [InlineData("artyom died", "Ушёл из жизни правозащитник Артём Лосев.")]
    [InlineData("artyom died", "Артём Лосев повесился в камере.")]
    [InlineData("artyom exiled", "Артём Лосев переехал в Литву.")]
    [InlineData("artyom exiled", "Артём Лосев живёт в эмиграции с 2015 года.")]
    [InlineData("city org-designated", "Деятельность организации «Чистый город» признана нежелательной на территории России.")]
    [InlineData("city org-designated", "Верховный суд признал «Чистый город» террористической организацией и запретил её.")]
    [InlineData("city org-designated", "Организация «Чистый город» включена в реестр НКО-иноагентов.")]
    [InlineData("city org-designated", "«Чистый город» получил статус иностранного агента.")]
    [InlineData("city org-designated", "Минюст присвоил «Чистому городу» статус иноагента.")]
    [InlineData("city org-designated", "«Чистый город» пополнил реестр иностранных агентов.")]
    [InlineData("city org-designated", "В список нежелательных организаций попал «Чистый город».")]
    [InlineData("city org-closed", "«Чистый город» прекращает свою деятельность в России.")]
    [InlineData("city org-closed", "Газета «Чистый город» приостановила выход.")]
    [InlineData("city org-closed", "Суд запретил движение «Чистый город».")]
    [InlineData("city org-closed", "Партия «Чистый город» лишена регистрации.")]
    [InlineData("city org-closed", "Минюст лишил партию «Чистый город» регистрации.")]
    [InlineData("city org-closed", "Совет директоров объявил о закрытии «Чистого города».")]
    [InlineData("city org-closed", "«Чистый город» самоликвидировался.")]
    [InlineData("city org-denied", "Минюст отказал в регистрации партии «Чистый город».")]
    [InlineData("city org-denied", "Минюст отказался регистрировать «Чистый город».")]
    [InlineData("city org-restored", "«Чистый город» исключён из реестра иноагентов.")]
    [InlineData("city org-restored", "Минюст исключил «Чистый город» из списка иностранных агентов.")]
    [InlineData("artyom review", "Европейский суд по правам человека вынес решение в пользу Артёма Лосева.")]
    [InlineData("artyom review", "Судьи ЕСПЧ посчитали, что Россия нарушила права Лосева. Артём Лосев — политик.")]
    [InlineData("artyom review", "Суд в Страсбурге присудил Артёму Лосеву компенсацию.")]
    [InlineData("artyom released", "Артёма Лосева выпустили из СИЗО.")]
    [InlineData("artyom released", "Артёма Лосева освободили под подписку о невыезде.")]
    [InlineData("artyom released", "Суд изменил меру пресечения Артёму Лосеву с ареста на подписку о невыезде.")]
    [InlineData("artyom banned", "Артёму Лосеву на пять лет запретили въезд в Беларусь.")]
    [InlineData("artyom banned", "Суд запретил Артёму Лосеву покидать город.")]
    [InlineData("artyom banned", "Артёму Лосеву запретили пользоваться интернетом.")]
    [InlineData("artyom hunger-strike", "В знак протеста Артём Лосев объявил сухую голодовку.")]
    public void A_wording_tells_of_its_event(string expected, string text) =>
        Assert.Contains(expected, Told(text).Select(e => $"{e.CaseId} {Word.Of(e.Type)}"));

    [Theory]
    [InlineData("Артёму Лосеву грозит пять лет колонии.")]
    [InlineData("Суд отказался арестовывать Артёма Лосева.")]
    [InlineData("Адвокаты добиваются освобождения Артёма Лосева.")]
    [InlineData("Суд принял решение об аресте имущества Артёма Лосева.")]
    [InlineData("Прокурор потребовал приговорить Артёма Лосева к году колонии.")]
    [InlineData("Президент отказался подписать указ о помиловании Артёма Лосева.")]
    [InlineData("Суд отклонил ходатайство об УДО Артёма Лосева.")]
    [InlineData("Артём Лосев обвинил президента в коррупции.")]
    [InlineData("Адвокат Артёма Лосева отказался от обвинений в адрес следствия.")]
    [InlineData("Артём Лосев начал опасаться ареста.")]
    [InlineData("Артёма Лосева не стали арестовывать.")]
    [InlineData("Артём Лосев написал книгу о пытках. Журналист получил премию.")]
    [InlineData("ООН потребовала освободить всех задержанных, а Артём Лосев вёл репортаж.")]
    [InlineData("Суд не нашёл оснований для ареста Артёма Лосева.")]
    [InlineData("«Чистый город» объявил о закрытии своего офиса в Твери.")]
    [InlineData("«Чистый город» сообщил о прекращении вещания телеканала «Заря».")]
    [InlineData("Артёма Лосева перевезли на допрос.")]
    [InlineData("Артём Лосев начал работу в Москве.")]
    public void What_did_not_happen_makes_no_event(string text) => Assert.Empty(Told(text));

    private static IReadOnlyList<CaseEvent> Told(string text) => Reader.Extract(
        new Article
        {
            Url = new Uri("https://news.example/1"),
            Retrieved = DateTimeOffset.UnixEpoch,
            Published = new DateOnly(2021, 6, 15),
            Language = "ru",
            Blocks = [new Block(BlockKind.Paragraph, text)],
        },
        Watched).Events;
}
