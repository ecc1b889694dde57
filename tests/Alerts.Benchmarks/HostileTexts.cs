using System.Globalization;
using System.Text;
using Alerts.Cases;
using Alerts.Read;

namespace Alerts.Benchmarks;

/// <summary>A text that nobody writes but somebody may serve.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Wording">The language it is read in.</param>
/// <param name="Text">Of so many characters.</param>
internal sealed record HostileText(string Name, Wording Wording, Func<int, string> Text)
{
    /// <summary>An ordinary article about a watched case with the text as its last paragraph, so that the language is found and the text is read.</summary>
    public Article Article(Case watched, int length)
    {
        var opening = Articles.Of(Wording, seed: 1, [watched]);
        return Articles.Of(Wording.Language, [.. opening.Blocks, .. Text(length).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Block)]);
    }

    private static Block Block(string text) => text[0] == '•' ? new Block(BlockKind.ListItem, text[1..]) : new Block(BlockKind.Paragraph, text);
}

internal static class HostileTexts
{
    private static readonly string[] Scripts = ["released", "задержан", "detenido", "arrêté", "მოხსნა", "被捕", "ถูกจับ", "αθώος", "रिहा"];

    public static IReadOnlyList<HostileText> About(IReadOnlyList<Case> watched)
    {
        var (name, surname) = (watched[0].Name, watched[0].Name.Split(' ')[^1]);
        var all = string.Join(' ', watched.Take(500).Select(c => c.Name));
        var prose = string.Join(' ', Wording.English.Plain.Concat(Wording.English.Naming.Select(s => string.Format(CultureInfo.InvariantCulture, s, name, surname))));
        return
        [
            new("one paragraph of prose", Wording.English, Repeat(prose + " ")),
            new("no punctuation", Wording.English, Repeat(new string([.. prose.Where(c => !char.IsPunctuation(c))]) + " ")),
            new("one word over and over", Wording.English, Repeat("released ")),
            new("one trigger after another", Wording.English, Repeat($"{surname} was arrested was released and sentenced to five years who was acquitted ")),
            new("sentences of one word", Wording.English, Repeat("Yes. No! Why? ")),
            new("mixed scripts", Wording.English, Repeat(string.Join(' ', Scripts) + " ")),
            new("right to left", Wording.English, Repeat("נעצר בתל אביב \u202bاعتقل الصحفي\u202c, \u200f")),
            new("zero-width characters", Wording.English, Repeat("re\u200bl\u200de\ufeffa\u00adsed\u2060 was\u200b\u200b\u200b ")),
            new("only zero-width characters", Wording.English, Repeat("\u200b")),
            new("combining marks", Wording.English, Repeat("e\u0301\u0302\u0303")),
            new("surrogates", Wording.English, Repeat("🌊🌊 𝔞𝔟 \ud83c")),
            new("remnants of HTML", Wording.English, Repeat("<div class=\"x\">&nbsp;&amp;lt;<br/></div></p><!-- -->")),
            new("brackets within brackets", Wording.English, n => new string('(', n / 2) + new string(')', n / 2)),
            new("quotes within quotes", Wording.English, Repeat("\"'«“„")),
            new("commas", Wording.English, Repeat(",")),
            new("full stops", Wording.English, Repeat(".")),
            new("spaces", Wording.English, Repeat(" ")),
            new("one word without an end", Wording.English, Repeat("a")),
            new("one number without an end", Wording.English, Repeat("7")),
            new("numbers", Wording.English, Repeat("2019 05 31 ")),
            new("dates and terms", Wording.English, Repeat("on 31 February 2019, for 9999 years, two days later, ")),
            new("names of watched cases", Wording.English, n => Fill(all + " ", n)),
            new("names that bend", Wording.Russian, Repeat(string.Join(' ', watched.Take(500).Where(c => c.Kind == CaseKind.Person).Select(c => c.Aliases[0] + "ым-" + c.Aliases[0].Split(' ')[0] + "ой")) + " ")),
            new("lists of names", Wording.English, Repeat($"{name}, {surname} and ")),
            new("a name with quotes behind it", Wording.English, n => name + new string('"', n)),
            new("a name with full stops behind it", Wording.English, n => name + new string('.', n)),
            new("a name with commas and numbers behind it", Wording.English, n => name + " " + Fill(",1", n)),
            new("initials", Wording.English, Repeat("A. B. C.-D. ")),
            new("possessives", Wording.English, Repeat($"{surname}'s lawyer's ")),
            new("hyphens", Wording.English, Repeat("one-")),
            new("apostrophes", Wording.French, Repeat("l'")),
            new("conditions", Wording.English, Repeat("if because that who which after ")),
            new("labels", Wording.English, Repeat("Name: Arrested: Sentence: ")),
            new("headings and lists", Wording.English, Repeat("The state should:\n\n• release\n\n")),
        ];
    }

    private static Func<int, string> Repeat(string piece) => length => Fill(piece, length);

    private static string Fill(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length)
        {
            text.Append(piece);
        }

        return text.ToString(0, length);
    }
}
