using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Time;
using Alerts.Extract.Triggers;

namespace Alerts.Extract;

/// <summary>Days of birth and death behind a name, as encyclopedias write them: "X (12 June 1931 – 4 May 2004)".</summary>
internal sealed partial class SentenceReader
{
    private static readonly Trigger Death = new() { Type = CaseEventType.Died, Role = CaseRole.Beside, Name = "lifespan", Place = "brackets", Weight = 0.9 };

    private void Lifespan(int name)
    {
        if (objection is null && name + 4 < chunks.Count && chunks[name] is { Kind: ChunkKind.Noun, Head.Kind: NounKind.Person } && chunks[name + 1].Kind == ChunkKind.Open
            && DayIn(name + 2) is not null && Close(name + 2) is var close && close > name + 3 && DayIn(close - 1) is { } death)
        {
            foreach (var referent in discourse.Resolve(chunks[name], name, NounKind.Person))
            {
                if (referent.Case is { Kind: CaseKind.Person } known)
                {
                    Add(Death, name, referent, "direct", known, passage.Text[passage.Tokens[chunks[name].First].Start..passage.Tokens[chunks[close].End - 1].End], death, (chunks[close].End, chunks[close].End));
                }
            }
        }
    }

    private EventTime? DayIn(int at) =>
        chunks[at].Kind == ChunkKind.Time && timeline.Resolve(chunks[at].Time, default) is { Date.Day: not null } day ? day : null;

    /// <summary>The closing bracket when nothing but times and dashes stand before it, or -1.</summary>
    private int Close(int at)
    {
        while (at < chunks.Count && chunks[at].Kind is ChunkKind.Time or ChunkKind.Comma)
        {
            at++;
        }

        return at < chunks.Count && chunks[at].Kind == ChunkKind.Close ? at : -1;
    }
}
