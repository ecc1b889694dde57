using System.Globalization;
using System.Text;
using Alerts.Cases;
using Alerts.Read;

namespace Alerts.Benchmarks;

/// <summary>Articles made of the sentences of one language.</summary>
internal static class Articles
{
    public const int Length = 5000;
    private const int SentencesInParagraph = 4;

    /// <summary>Of some 5,000 characters: every third sentence names somebody, by turns the one of <paramref name="watched"/> and people nobody watches.</summary>
    /// <param name="wording">The language.</param>
    /// <param name="seed">The same article for the same seed.</param>
    /// <param name="watched">Two of these are written about; nobody watched is named where there is none.</param>
    public static Article Of(Wording wording, int seed, IReadOnlyList<Case> watched)
    {
        var (random, others) = (new Random(seed), new Names(seed));
        var people = watched.Count == 0 ? [] : Enumerable.Range(0, 2).Select(_ => watched[random.Next(watched.Count)]).Select(c => NameIn(wording, c)).ToList();
        var blocks = new List<Block>();
        var (paragraph, length) = (new StringBuilder(), 0);
        for (var sentence = 0; length + paragraph.Length < Length; sentence++)
        {
            paragraph.Append(sentence % 3 > 0 ? Any(wording.Plain, random) : Naming(wording, random, sentence % 6 == 0 && people.Count > 0 ? people[random.Next(2)] : Stranger(wording, others))).Append(' ');
            if (sentence % SentencesInParagraph == SentencesInParagraph - 1)
            {
                blocks.Add(new Block(BlockKind.Paragraph, paragraph.ToString().TrimEnd()));
                length += paragraph.Length;
                paragraph.Clear();
            }
        }

        return Of(wording.Language, [.. blocks, new Block(BlockKind.Paragraph, paragraph.Append('.').ToString())]);
    }

    public static Article Of(string language, IReadOnlyList<Block> blocks) => new()
    {
        Url = new Uri("urn:benchmark"),
        Retrieved = DateTimeOffset.UnixEpoch,
        Language = language,
        Published = new DateOnly(2022, 2, 2),
        Blocks = blocks,
    };

    private static string Any(IReadOnlyList<string> sentences, Random random) => sentences[random.Next(sentences.Count)];

    private static string Naming(Wording wording, Random random, string name) =>
        string.Format(CultureInfo.InvariantCulture, Any(wording.Naming, random), name, name[(name.LastIndexOf(' ') + 1)..]);

    /// <summary>Only the first name is one that watched people may have.</summary>
    private static string Stranger(Wording wording, Names names) => wording == Wording.Russian ? names.Person().Cyrillic + "ский" : names.Person().Latin + "sson";

    private static string NameIn(Wording wording, Case watched) => wording == Wording.Russian ? watched.Aliases[0] : watched.Name;
}
