using Alerts.Cases;

namespace Alerts.Notify;

/// <summary>Whom an alert goes to: those who follow a topic, or those who were alerted to an earlier change, written <c>told:ID</c>.</summary>
public readonly record struct Audience
{
    private const string ToldPrefix = "told:";

    private Audience(string text) => Text = text;

    public string Text { get; }

    public static Audience Following(Topic topic) => new(topic.Text);

    public static Audience Told(string changeId) => new(ToldPrefix + changeId);

    /// <summary>Who is told of this: a correction goes to all who heard what it corrects, whatever they follow now, and to nobody else.</summary>
    public static IEnumerable<Audience> Of(Case watched, CaseNews news) => news is CaseCorrection correction
        ? [Told(correction.Corrects)]
        : Topic.Concerning(watched).Select(Following);

    /// <exception cref="FormatException">The text is no audience.</exception>
    public static Audience Parse(string text) =>
        text.StartsWith(ToldPrefix, StringComparison.Ordinal) ? new Audience(text) : Following(Topic.Parse(text));

    /// <summary>Id of the earlier change; null for the followers of a topic.</summary>
    public string? Change => Text.StartsWith(ToldPrefix, StringComparison.Ordinal) ? Text[ToldPrefix.Length..] : null;

    public override string ToString() => Text;
}
