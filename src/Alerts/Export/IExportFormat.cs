using Alerts.Import.Trees;

namespace Alerts.Export;

/// <summary>How an export is written, one thing after the other.</summary>
internal interface IExportFormat
{
    /// <param name="version">Of what is exported.</param>
    /// <param name="now">When this is.</param>
    void Begin(int version, DateTimeOffset now);

    /// <summary>From here on the things stand under this key.</summary>
    void Section(string key);

    void Item(MapNode item);

    void End();
}
