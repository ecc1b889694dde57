using Alerts.Cases;
using Alerts.Read;

namespace Alerts.Extract;

public sealed class LanguagePacks
{
    public static LanguagePacks Load() => throw new NotImplementedException();
}

public sealed class CaseIndex
{
    public CaseIndex(IEnumerable<Case> cases) => throw new NotImplementedException();
}

public sealed class Extractor(LanguagePacks packs)
{
    public LanguagePacks Packs { get; } = packs;

    public Extraction Extract(Article article, CaseIndex index) => throw new NotImplementedException();
}
