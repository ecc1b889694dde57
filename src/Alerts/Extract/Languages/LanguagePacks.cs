using System.Text;
using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract;

/// <summary>The languages that can be read. A language is a file in <c>Extract/Languages</c>; none of them needs code.</summary>
public sealed class LanguagePacks
{
    private const int SampleLength = 4000;

    /// <summary>One word in so many must be known, or the text is in another language.</summary>
    private const int LeastKnown = 6;

    private const int FunctionWeight = 3;

    /// <summary>One word that only a neighbour has outweighs several that both have.</summary>
    private const int ForeignWeight = 4;

    private readonly IReadOnlyList<LanguagePack> packs;

    private LanguagePacks(IReadOnlyList<LanguagePack> packs) => this.packs = packs;

    /// <summary>ISO 639-1 codes.</summary>
    public IEnumerable<string> Languages => packs.Select(p => p.Language);

    /// <summary>Reads and checks the packs that came with the program.</summary>
    /// <exception cref="LanguagePackException">One of them is wrong; the message says where.</exception>
    public static LanguagePacks Load()
    {
        var assembly = typeof(LanguagePacks).Assembly;
        return Load(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("Languages/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (n, (TextReader)new StreamReader(assembly.GetManifestResourceStream(n)!, Encoding.UTF8))));
    }

    /// <param name="files">Name (for messages) and text of each pack; the readers are disposed of.</param>
    /// <exception cref="LanguagePackException">One of them is wrong; the message says where.</exception>
    public static LanguagePacks Load(IEnumerable<(string Name, TextReader Text)> files)
    {
        var packs = new List<LanguagePack>();
        foreach (var (name, text) in files)
        {
            using (text)
            {
                packs.Add(new PackReader(PackNode.Parse(name, text)).Read());
            }
        }

        return packs.Count > 0 ? new LanguagePacks(packs) : throw new LanguagePackException("There is no language pack: expected files Extract/Languages/*.yaml");
    }

    /// <summary>The pack that knows most of the text's words, function words above all; what the document says of itself only settles a tie.</summary>
    /// <returns>null for a language that no pack covers.</returns>
    internal LanguagePack? For(string text, string? stated)
    {
        var sample = text.Length > SampleLength ? text[..SampleLength] : text;
        return packs
            .Select(p => (Pack: p, Weight: Weight(sample, p)))
            .Where(p => p.Weight > 0)
            .OrderByDescending(p => p.Weight).ThenByDescending(p => p.Pack.Language == stated)
            .FirstOrDefault().Pack;
    }

    private static int Weight(string text, LanguagePack pack)
    {
        var (words, known, function) = (0, 0, 0);
        foreach (var range in text.AsSpan().SplitAny(' ', '\n', '\t', ',', '.'))
        {
            var word = text.AsSpan(range);
            if (word.Length == 0)
            {
                continue;
            }

            words++;
            var lexeme = pack.Lexicon.Find(word);
            known += lexeme == Lexeme.Unknown ? 0 : 1;
            function += lexeme.Is(WordClass.Function) ? 1 : lexeme.Is(WordClass.Foreign) ? -ForeignWeight : 0;
        }

        return known * LeastKnown >= words ? Math.Max(0, known + (FunctionWeight * function)) : 0;
    }
}
