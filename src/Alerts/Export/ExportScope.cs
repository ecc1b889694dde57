namespace Alerts.Export;

/// <summary>The parts of an export.</summary>
public enum ExportSection
{
    Cases,
    Events,
    Sources,
}

/// <summary>What is exported.</summary>
/// <param name="Sections">Of what kinds.</param>
/// <param name="Cases">Of which cases; null for all.</param>
public sealed record ExportScope(IReadOnlyCollection<ExportSection> Sections, IReadOnlyCollection<string>? Cases)
{
    public bool Has(ExportSection section) => Sections.Contains(section);
}

/// <summary>What was exported, counted.</summary>
public readonly record struct ExportReport(int Cases, int Events, int Sightings, int Sources);
