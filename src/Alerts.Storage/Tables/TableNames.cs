namespace Alerts.Storage.Tables;

/// <summary>The tables of the account.</summary>
internal static class TableNames
{
    public const string Cases = "cases";
    public const string Catalog = "catalog";
    public const string Sources = "sources";
    public const string Documents = "documents";
    public const string PageChanges = "pagechanges";
    public const string Outbox = "outbox";
    public const string Subscribers = "subscribers";
    public const string Subscriptions = "subscriptions";
    public const string Endpoints = "endpoints";
    public const string Deliveries = "deliveries";

    public static readonly IReadOnlyList<string> All =
        [Cases, Catalog, Sources, Documents, PageChanges, Outbox, Subscribers, Subscriptions, Endpoints, Deliveries];
}
