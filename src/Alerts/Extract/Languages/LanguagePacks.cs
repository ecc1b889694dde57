using System.Text;
using Alerts.Extract.Languages;

namespace Alerts.Extract;

/// <summary>The languages that can be read. A language is a file in <c>Extract/Languages</c>; none of them needs code.</summary>
public sealed class LanguagePacks
{
    private readonly IReadOnlyList<LanguagePack> packs;

    private readonly LanguageGuess guess;

    private LanguagePacks(IReadOnlyList<LanguagePack> packs) => (this.packs, guess) = (packs, new LanguageGuess(packs));

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

    /// <returns>null for a language that no pack covers.</returns>
    internal LanguagePack? For(string text, string? stated) => guess.Of(text, stated);
}
