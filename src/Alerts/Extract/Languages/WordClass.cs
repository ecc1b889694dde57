namespace Alerts.Extract.Languages;

/// <summary>What a word can be in the grammar of a sentence; the pack's section <c>words</c> has one list for each, in kebab-case.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,
    Definite = 1UL << 0,
    Indefinite = 1UL << 1,
    Other = 1UL << 2,
    Preposition = 1UL << 3,
    And = 1UL << 4,
    But = 1UL << 5,
    Relative = 1UL << 6,
    Subordinator = 1UL << 7,
    Condition = 1UL << 8,
    Be = 1UL << 9,
    Have = 1UL << 10,
    Do = 1UL << 11,
    Duty = 1UL << 12,
    Chance = 1UL << 13,
    Future = 1UL << 14,
    Negation = 1UL << 15,
    Adverb = 1UL << 16,
    Pronoun = 1UL << 17,
    Owner = 1UL << 18,
    NumberWord = 1UL << 19,
    Month = 1UL << 20,
    Weekday = 1UL << 21,
    Unit = 1UL << 22,
    Abbreviation = 1UL << 23,
    Title = 1UL << 24,
    Infinitive = 1UL << 25,
    Including = 1UL << 26,
    Except = 1UL << 27,
    Quantifier = 1UL << 28,
    Reported = 1UL << 29,
    Still = 1UL << 30,
    Function = 1UL << 31,
    NameLink = 1UL << 32,
    Half = 1UL << 33,
    DateFiller = 1UL << 34,
    Companion = 1UL << 35,
    DatePreposition = 1UL << 36,
    Last = 1UL << 37,
    This = 1UL << 38,
    Ago = 1UL << 39,
    Later = 1UL << 40,
    Both = 1UL << 41,
    Without = 1UL << 42,
    ForReason = 1UL << 43,
    Respectively = 1UL << 44,
    ThatClause = 1UL << 45,
    OrganizationWord = 1UL << 46,
    PlacePreposition = 1UL << 47,
    After = 1UL << 48,
    Adjective = 1UL << 49,
    Meanwhile = 1UL << 50,
    Conditional = 1UL << 51,
    Next = 1UL << 52,
    Ongoing = 1UL << 53,
    Ordinal = 1UL << 54,
    Owning = 1UL << 55,
    Until = 1UL << 56,
    Particle = 1UL << 57,
    Country = 1UL << 58,
    Latter = 1UL << 59,
    Foreign = 1UL << 60,
    ObjectMarker = 1UL << 61,
    Reflexive = 1UL << 62,
    Clitic = 1UL << 63,
}

/// <summary>What a form of a verb does; the keys of a conjugation.</summary>
[Flags]
internal enum VerbForm
{
    None = 0,
    Infinitive = 1,
    Present = 2,
    Past = 4,
    Passive = 8,
    Gerund = 16,
    Future = 32,
    Attributive = 64,
    Imperative = 128,
    Reflexive = 256,
    Active = 512,
}

/// <summary>What a verb does to the clause or the words it governs; the keys of <c>verb-classes</c>.</summary>
[Flags]
internal enum VerbClass
{
    None = 0,
    Demand = 1,
    Plan = 2,
    Attempt = 4,
    Refuse = 8,
    Deny = 16,
    Report = 32,
    Order = 64,
    Risk = 128,
    Rumour = 256,
    Remain = 512,
    Prevent = 1024,
    Factive = 2048,
    Witness = 4096,
    Continue = 8192,
    Give = 16384,

    /// <summary>"The group includes X".</summary>
    Include = 32768,

    /// <summary>What it does to a bill makes true what the bill says: "passed a bill to ban X".</summary>
    Enact = 65536,

    /// <summary>A decision that it is done to stands: "upheld the decision to close X".</summary>
    Stand = 131072,

    /// <summary>"decided to close X".</summary>
    Decide = 262144,
}

internal enum NounKind : byte
{
    Thing,
    Person,
    Organization,
    Law,
}

/// <summary>Features of a noun, name or pronoun form; one that could be several has them all.</summary>
[Flags]
internal enum Feature
{
    None = 0,
    Nom = 1,
    Gen = 2,
    Dat = 4,
    Acc = 8,
    Ins = 16,
    Loc = 32,
    AnyCase = Nom | Gen | Dat | Acc | Ins | Loc,
    Sg = 64,
    Pl = 128,
    M = 256,
    F = 512,
    N = 1024,
    AnyGender = M | F | N,
}
