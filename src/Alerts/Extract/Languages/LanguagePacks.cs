using System.Text;
using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract;

/// <summary>The languages that can be read. A language is a file in <c>Extract/Languages</c>; none of them needs code.</summary>
public sealed class LanguagePacks
{
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

    /// <summary>The pack whose function words the text uses most; what the document says of itself only settles a tie.</summary>
    /// <returns>null for a language that no pack covers.</returns>
    internal LanguagePack? For(string text, string? stated)
    {
        var sample = text.Length > 6000 ? text[..6000] : text;
        LanguagePack? best = null;
        var most = 0;
        foreach (var pack in packs)
        {
            var hits = (2 * FunctionWords(sample, pack)) + (pack.Language == stated ? 1 : 0);
            if (hits > most)
            {
                (best, most) = (pack, hits);
            }
        }

        return best;
    }

    private static int FunctionWords(string text, LanguagePack pack)
    {
        var hits = 0;
        foreach (var word in text.AsSpan().SplitAny(' ', '\n', '\t', ',', '.'))
        {
            var span = text.AsSpan(word);
            if (span.Length is > 0 and < 12 && pack.Lexicon.Find(span).Is(WordClass.Function))
            {
                hits++;
            }
        }

        return hits;
    }
}
