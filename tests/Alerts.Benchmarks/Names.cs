namespace Alerts.Benchmarks;

/// <summary>Invented names in Latin and Cyrillic, the same ones for the same seed.</summary>
internal sealed class Names(int seed)
{
    private static readonly (string Latin, string Cyrillic)[] Syllables =
    [
        ("ba", "ба"), ("ro", "ро"), ("ni", "ни"), ("lu", "лу"), ("ka", "ка"), ("mo", "мо"), ("se", "се"), ("ti", "ти"), ("va", "ва"), ("do", "до"),
        ("re", "ре"), ("gi", "ги"), ("pa", "па"), ("no", "но"), ("le", "ле"), ("mi", "ми"), ("su", "су"), ("da", "да"), ("fo", "фо"), ("be", "бе"),
        ("ran", "ран"), ("lem", "лем"), ("tor", "тор"), ("gul", "гул"), ("nes", "нес"), ("bar", "бар"), ("vil", "вил"), ("dan", "дан"), ("mur", "мур"), ("kes", "кес"),
    ];

    private readonly Random random = new(seed);

    /// <summary>One of some 900 first names and of some 27,000 surnames.</summary>
    public (string Latin, string Cyrillic) Person()
    {
        var (first, surname) = (Word(2), Word(3));
        return ($"{first.Latin} {surname.Latin}ev", $"{first.Cyrillic} {surname.Cyrillic}ев");
    }

    public (string Latin, string Cyrillic) Word(int syllables)
    {
        var (latin, cyrillic) = ("", "");
        for (var i = 0; i < syllables; i++)
        {
            var next = Syllables[random.Next(Syllables.Length)];
            (latin, cyrillic) = (latin + next.Latin, cyrillic + next.Cyrillic);
        }

        return (Capital(latin), Capital(cyrillic));
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
