using Alerts.Watch;

namespace Alerts.Read;

public sealed record Link(Uri Url, string Text);

public sealed class LinkReader
{
    public IReadOnlyList<Link> Read(Fetched fetched, string? follow) => throw new NotImplementedException();
}
