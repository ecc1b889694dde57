using System.Globalization;
using Alerts.Cases;

namespace Alerts.Import;

/// <summary>A place in a file.</summary>
/// <param name="Line">From 1; of a table, the line on which its row begins.</param>
/// <param name="Column">From 1: the character; of a table, the cell.</param>
/// <param name="File">The file, where the import is a folder of several.</param>
public readonly record struct Place(int Line, int Column, string? File = null);

/// <summary>What is wrong, where, and what was expected.</summary>
public sealed record ImportError(string File, Place Place, string Message)
{
    /// <summary>The form that editors and terminals know how to open: <c>file:line:column: message</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Place.Line}:{Place.Column}: {Message}");

    internal static readonly IComparer<ImportError> ByPlace = Comparer<ImportError>.Create((a, b) =>
        (a.Place.Line, a.Place.Column).CompareTo((b.Place.Line, b.Place.Column)) is var order && a.File != b.File ? string.CompareOrdinal(a.File, b.File) : order);
}

/// <summary>A mention of a case or a source, by a subscription or an event.</summary>
/// <param name="What"><c>case</c> or <c>source</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where it is mentioned.</param>
/// <param name="Happened">The type of the event that mentions it.</param>
public sealed record Reference(string What, string Id, Place Place, CaseEventType? Happened = null);

/// <summary>An import file as it was read: whole and valid, or every error in it.</summary>
public sealed record ImportReading
{
    public required string FileName { get; init; }

    /// <summary>null when there are errors.</summary>
    public ImportFile? File { get; init; }

    public required IReadOnlyList<ImportError> Errors { get; init; }

    /// <summary>Ids of the cases that the file defines.</summary>
    public IReadOnlyList<string> Defined { get; init; } = [];

    /// <summary>Ids of the sources that the file defines.</summary>
    public IReadOnlyList<string> DefinedSources { get; init; } = [];

    /// <summary>Cases and sources that must be stored already for the file to be valid.</summary>
    public IReadOnlyList<Reference> Elsewhere { get; init; } = [];

    /// <summary>It holds addresses to be alerted.</summary>
    public bool HasSubscribers { get; init; }

    /// <summary>How many more errors there are than the list holds.</summary>
    public int MoreErrors { get; init; }

    /// <summary>Holds the mentions of what is defined elsewhere against the ids of the cases and sources that are stored.</summary>
    public ImportReading Against(IReadOnlyCollection<string> cases, IReadOnlyCollection<string> sources) => Against(cases, sources, _ => null);

    /// <param name="cases">Ids of the stored cases.</param>
    /// <param name="sources">Ids of the stored sources.</param>
    /// <param name="kindOf">What kind a stored case is of; null where that is not known.</param>
    public ImportReading Against(IReadOnlyCollection<string> cases, IReadOnlyCollection<string> sources, Func<string, CaseKind?> kindOf)
    {
        var wrong = Elsewhere
            .Select(r => (Reference: r, Complaint: r.What == "case" ? Complaint(r, cases, Defined, kindOf) : Complaint(r, sources, DefinedSources, kindOf)))
            .Where(r => r.Complaint is not null)
            .Select(r => new ImportError(r.Reference.Place.File ?? FileName, r.Reference.Place, r.Complaint!));
        var errors = Errors.Concat(wrong).Order(ImportError.ByPlace).ToList();
        return this with { Errors = errors, File = errors.Count == 0 ? File : null, Elsewhere = [] };
    }

    private static string? Complaint(Reference mention, IReadOnlyCollection<string> stored, IReadOnlyList<string> here, Func<string, CaseKind?> kindOf) =>
        !stored.Contains(mention.Id) ? $"there is no {mention.What} \"{mention.Id}\", neither in this file nor stored{Spelling.Hint(mention.Id, [.. here, .. stored])}"
        : mention.Happened is { } type && kindOf(mention.Id) is { } kind ? Vocabulary.Complaint(kind, type, null, null, null, default)
        : null;
}
