using Alerts.Notify;

namespace Alerts.Import;

/// <summary>How a subscription stands in the file: an email address or a webhook, and its topics.</summary>
internal static class SubscriptionSection
{
    private static readonly Form<ChannelKind> Kind = Forms.Word(ChannelKind.Generic, ChannelKind.Slack);

    public static Located<Subscriber>? Read(Entry entry, Problems problems, ICollection<Reference> mentioned)
    {
        var (email, webhook) = (entry.Optional("email", Forms.Email), entry.Optional("webhook", Forms.Webhook));
        if (entry.Has("email") == entry.Has("webhook"))
        {
            problems.Add(entry.Place, "expected either \"email\" or \"webhook\" in a subscription");
        }

        var kind = entry.Has("webhook") ? entry.Required("kind", Kind) : entry.Optional("kind", Kind);
        var secret = entry.Optional("secret", Forms.Secret);
        RefuseWhatDoesNotApply(entry, kind?.Value);

        var topics = entry.Many("topics", Forms.Topic);
        if (entry.List("topics").Count == 0)
        {
            problems.Add(entry.Place, $"the subscription has no \"topics\"; expected a list, each {Forms.Topic.Expected}");
        }

        foreach (var (topic, place) in topics)
        {
            if (topic.Text.Split(':', 2) is [("case" or "source") and var what, var id])
            {
                mentioned.Add(new Reference(what, id, place));
            }
        }

        entry.Finish();
        return (email ?? webhook) is not { } target || (webhook is not null && kind is null) || topics.Count == 0 ? null : new Located<Subscriber>(
            new Subscriber
            {
                Channel = webhook is null ? ChannelKind.Email : kind!.Value.Value,
                Target = target.Value,
                Secret = secret?.Value,
                Topics = [.. topics.Select(t => t.Value).Distinct()],
            },
            entry.Place);
    }

    private static void RefuseWhatDoesNotApply(Entry entry, ChannelKind? kind)
    {
        if (!entry.Has("webhook"))
        {
            entry.Refuse("kind", "only a webhook has one");
        }

        if (kind is not ChannelKind.Generic)
        {
            entry.Refuse("secret", "only a webhook of kind generic is signed");
        }
    }
}
