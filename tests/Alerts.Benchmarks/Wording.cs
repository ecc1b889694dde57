namespace Alerts.Benchmarks;

/// <summary>Sentences of one language: they tell events, refuse to, or tell of something else, about as often as articles do.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Naming">{0} stands for a full name, {1} for its surname.</param>
/// <param name="Plain">Nobody is named.</param>
internal sealed record Wording(string Language, IReadOnlyList<string> Naming, IReadOnlyList<string> Plain)
{
    public static readonly Wording English = new(
        "en",
        [
            "On 14 March 2019 a district court sentenced {0} to five years in prison for taking part in an unregistered gathering.",
            "{0}, a printer and a father of three, was detained at his workshop on Tuesday evening and taken to the city police department.",
            "The lawyer of {1} said that his client had not been told which article of the code he was accused of.",
            "Colleagues called on the prosecutor to release {0} at once and without conditions.",
            "In October {1} was moved to a penal colony in the north, where he began a hunger strike over the lack of a doctor.",
            "If convicted, {1} faces up to eight years in prison.",
            "{0} was released on parole in June 2021, but a ban on leading public associations stayed in force for another two years.",
            "Reporters were not let into the room when the appeal of {1} was rejected on 3 May.",
        ],
        [
            "The river rose by almost two metres in the night, and the lower streets of the old town could be reached only by boat.",
            "Officials said that the bridge would be closed for repairs until the end of the month, although the work had hardly begun.",
            "He told the neighbours that he would come back as soon as the papers were ready, and then he left without a word.",
            "Prices of bread and fuel have gone up twice since the spring, which many families can no longer afford.",
            "The committee, whose members meet once a week, could not agree on how the money for the school should be spent.",
            "A spokesman for the ministry declined to comment and referred all questions to the regional office.",
            "The hearing lasted four hours; the judge then adjourned it until the following week because a witness had not come.",
            "She had worked there for eleven years before the factory was sold to a company that nobody in the region had heard of.",
            "Two teachers were fined last year for a letter to the governor, and a third was dismissed after a short inquiry.",
            "“We do not want favours, we want the law to be kept,” said an elderly woman who had waited in front of the gate since dawn.",
        ]);

    public static readonly Wording Russian = new(
        "ru",
        [
            "14 марта 2019 года {0} был приговорён районным судом к пяти годам лишения свободы за участие в несогласованном собрании.",
            "{0} был задержан вечером во вторник в своей мастерской и доставлен в городской отдел полиции.",
            "Адвокат сообщил, что {0} до сих пор не знает, по какой статье его обвиняют.",
            "Коллеги потребовали от прокурора, чтобы {0} был немедленно освобождён.",
            "В октябре {1} был переведён в колонию на севере, где он объявил голодовку.",
            "{0} вышел на свободу по условно-досрочному освобождению в июне 2021 года, но запрет на общественную деятельность остался в силе.",
        ],
        [
            "За ночь вода в реке поднялась почти на два метра, и до нижних улиц старого города можно было добраться только на лодке.",
            "Чиновники заявили, что мост закроют на ремонт до конца месяца, хотя работы едва начались.",
            "Он сказал соседям, что вернётся, как только будут готовы бумаги, и ушёл, не попрощавшись.",
            "С весны хлеб и топливо подорожали дважды, и многим семьям это уже не по карману.",
            "Комиссия, члены которой собираются раз в неделю, так и не решила, на что потратить деньги для школы.",
            "Представитель министерства отказался от комментариев и посоветовал обратиться в областное управление.",
            "Заседание длилось четыре часа, после чего судья отложил его на неделю, так как свидетель не явился.",
            "Она проработала там одиннадцать лет, пока завод не продали компании, о которой в области никто не слышал.",
        ]);

    public static readonly Wording Spanish = new(
        "es",
        [
            "El 14 de marzo de 2019 un tribunal de distrito condenó a {0} a cinco años de prisión por participar en una reunión no autorizada.",
            "{0}, impresor y padre de tres hijos, fue detenido el martes por la noche en su taller y llevado a la comisaría.",
            "El abogado de {1} dijo que su cliente no sabía de qué artículo se le acusaba.",
            "Sus compañeros pidieron a la fiscalía que liberara a {0} de inmediato.",
            "En octubre {1} fue trasladado a una prisión del norte, donde inició una huelga de hambre.",
            "{0} salió en libertad condicional en junio de 2021, aunque sigue vigente la prohibición de dirigir asociaciones.",
        ],
        [
            "El río subió casi dos metros durante la noche y a las calles bajas del casco antiguo solo se podía llegar en barca.",
            "Las autoridades dijeron que el puente estaría cerrado por obras hasta fin de mes, aunque los trabajos apenas habían empezado.",
            "Dijo a los vecinos que volvería en cuanto los papeles estuvieran listos y se marchó sin despedirse.",
            "El pan y la gasolina han subido dos veces desde la primavera y muchas familias ya no pueden pagarlos.",
            "La comisión, cuyos miembros se reúnen una vez por semana, no se puso de acuerdo sobre el dinero de la escuela.",
            "Un portavoz del ministerio no quiso hacer comentarios y remitió las preguntas a la oficina regional.",
            "Trabajó allí once años, hasta que vendieron la fábrica a una empresa de la que nadie había oído hablar.",
        ]);

    public static readonly Wording French = new(
        "fr",
        [
            "Le 14 mars 2019, un tribunal de district a condamné {0} à cinq ans de prison pour avoir participé à un rassemblement non autorisé.",
            "{0}, imprimeur et père de trois enfants, a été arrêté mardi soir dans son atelier et conduit au commissariat.",
            "L'avocat de {1} a déclaré que son client ignorait de quel article on l'accusait.",
            "Ses collègues ont demandé au procureur de libérer {0} sans délai.",
            "En octobre, {1} a été transféré dans une prison du nord, où il a entamé une grève de la faim.",
            "{0} a été remis en liberté conditionnelle en juin 2021, mais l'interdiction de diriger une association reste en vigueur.",
        ],
        [
            "La rivière est montée de près de deux mètres dans la nuit et l'on ne gagnait plus les rues basses de la vieille ville qu'en barque.",
            "Les autorités ont annoncé que le pont serait fermé jusqu'à la fin du mois, bien que les travaux aient à peine commencé.",
            "Il a dit aux voisins qu'il reviendrait dès que les papiers seraient prêts, puis il est parti sans un mot.",
            "Le pain et l'essence ont augmenté deux fois depuis le printemps, et bien des familles ne peuvent plus les payer.",
            "La commission, dont les membres se réunissent une fois par semaine, n'a pu s'accorder sur l'argent de l'école.",
            "Un porte-parole du ministère n'a pas souhaité répondre et a renvoyé toutes les questions au bureau régional.",
            "Elle y avait travaillé onze ans avant que l'usine ne soit vendue à une société dont personne n'avait entendu parler.",
        ]);

    public static readonly IReadOnlyList<Wording> All = [English, Russian, Spanish, French];
}
