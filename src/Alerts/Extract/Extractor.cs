using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Mentions;
using Alerts.Extract.Roles;
using Alerts.Extract.Time;
using Alerts.Extract.Tokens;
using Alerts.Extract.Triggers;
using Alerts.Read;

namespace Alerts.Extract;

/// <summary>
/// Reads an article for what happened to the watched cases. Deterministic, without I/O, linear in the length of the text:
/// tokens and sentences, names, chunks, roles, actuality, time, attributes, and last one telling out of several.
/// </summary>
public sealed class Extractor(LanguagePacks packs)
{
    public LanguagePacks Packs { get; } = packs;

    /// <param name="article">What to read.</param>
    /// <param name="index">The watched cases.</param>
    /// <param name="explain">Whether the extraction also shows its sentences as they were cut.</param>
    public Extraction Extract(Article article, CaseIndex index, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(index);
        return Packs.For(article.Text, article.Language) is { } pack
            ? new ArticleReader(article, pack, index).Read(explain)
            : new Extraction([], []);
    }

    private sealed class ArticleReader
    {
        /// <summary>No article tells of so many; one that seems to is made of repetitions.</summary>
        private const int MostFindings = 500;

        private readonly Article article;
        private readonly LanguagePack pack;
        private readonly List<Passage> passages;
        private readonly Discourse discourse;
        private readonly TimeLine timeline;
        private readonly List<Finding> findings = [];
        private readonly List<TurnedDown> turnedDown = [];

        public ArticleReader(Article article, LanguagePack pack, CaseIndex index)
        {
            (this.article, this.pack) = (article, pack);
            passages = [.. article.Title.Length > 0 ? [Cut(new Block(BlockKind.Heading, article.Title), true)] : Array.Empty<Passage>(),
                .. article.Blocks.SelectMany(Records.Lines).Select(b => Cut(b, false))];
            new MentionJudge().Judge(passages, pack, index);
            discourse = new Discourse(pack);
            timeline = new TimeLine(article.Published, YearIn(article.Title));
        }

        public Extraction Read(bool explain)
        {
            if (!passages.Exists(p => p.Mentions.Exists(m => m.Case is not null)))
            {
                return new Extraction([], []);
            }

            var read = passages.ConvertAll(p => (Passage: p, Sentences: Chunks(p)));
            foreach (var chunk in read.SelectMany(p => p.Sentences).SelectMany(s => s).Where(c => c.Kind == ChunkKind.Time))
            {
                timeline.Learn(chunk.Time);
            }

            timeline.Settle();
            discourse.Survey(passages);
            var demands = false;
            foreach (var (passage, sentences) in read)
            {
                demands = passage.Kind == BlockKind.ListItem && demands;
                Read(passage, sentences, demands);
                demands |= passage.Kind != BlockKind.ListItem && ListsDemands(passage, sentences);
            }

            return new Extraction([.. Restatements.Merge(findings).Select((finding, order) => Event(finding) with { Order = order })], turnedDown)
            {
                Sentences = explain ? [.. read.SelectMany(p => p.Passage.Sentences.Zip(p.Sentences, (sentence, chunks) => Brackets.Of(p.Passage, sentence, chunks)))] : [],
            };
        }

        private void Read(Passage passage, List<List<Chunk>> sentences, bool demands)
        {
            discourse.BeginPassage(passage);
            timeline.BeginPassage();
            if (passage.IsHeading)
            {
                timeline.BeginSection(passage.IsTitle ? 0 : YearIn(passage.Text));
            }

            for (var s = 0; s < sentences.Count; s++)
            {
                if (sentences[s].Count > 0 && findings.Count < MostFindings && turnedDown.Count < MostFindings)
                {
                    DateBefore(passage, passage.Sentences[s], sentences[s]);
                    findings.AddRange(new SentenceReader(pack, passage, passage.Sentences[s], sentences[s], discourse, timeline, demands ? "demand" : null, turnedDown).Read());
                }

                discourse.NextSentence();
                timeline.NextSentence();
            }
        }

        /// <summary>"This was reported on Tuesday, 20 August": the day of what the sentence before told without one.</summary>
        private void DateBefore(Passage passage, Sentence sentence, List<Chunk> chunks)
        {
            if (pack.PointsBack.At(passage.Tokens, sentence.First, sentence.End).Meaning is null
                || chunks.Find(c => c.Kind == ChunkKind.Time) is not { } time || timeline.Resolve(time.Time, default) is not { Date: not null } day)
            {
                return;
            }

            for (var i = findings.Count - 1; i >= 0 && findings[i].Passage == passage && findings[i].Sentence.End == sentence.First; i--)
            {
                findings[i] = findings[i].Date is null ? findings[i] with { Date = day.Date, DateBasis = day.Basis } : findings[i];
            }
        }

        private List<List<Chunk>> Chunks(Passage passage)
        {
            var chunker = new Chunker(pack, passage);
            return passage.Sentences.ConvertAll(chunker.Cut);
        }

        private Passage Cut(Block block, bool isTitle)
        {
            var tokens = Tokenizer.Cut(block.Text, pack);
            return new Passage(block, isTitle, tokens, Sentences.Of(tokens));
        }

        /// <summary>"The government should:" makes demands of the list below it.</summary>
        private static bool ListsDemands(Passage passage, List<List<Chunk>> sentences) =>
            passage.Tokens.Count > 0 && passage.Tokens[^1].IsMark(':') && sentences.Count > 0
            && sentences[^1].Exists(c => c.Kind == ChunkKind.Verb && ((c.Modal & WordClass.Duty) != 0 || (c.Verb?.Classes & VerbClass.Demand) is > 0));

        /// <summary>The only year that a heading or title names.</summary>
        private static int YearIn(string text)
        {
            var year = 0;
            for (var i = 0; i + 4 <= text.Length; i++)
            {
                var alone = (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (i + 4 == text.Length || !char.IsLetterOrDigit(text[i + 4]));
                if (alone && int.TryParse(text.AsSpan(i, 4), System.Globalization.NumberStyles.None, null, out var found) && found is >= 1900 and <= 2100)
                {
                    if (year > 0 && year != found)
                    {
                        return 0;
                    }

                    year = found;
                }
            }

            return year;
        }

        private CaseEvent Event(Finding finding) => new()
        {
            CaseId = finding.Case.Id,
            Type = finding.Type,
            Date = finding.Date,
            DateBasis = finding.DateBasis,
            Term = finding.Term,
            Detail = finding.Detail,
            Confidence = finding.Confidence,
            Factors = finding.Factors,
            Rule = finding.Rule,
            Evidence = new Evidence
            {
                Quote = finding.Passage.Quote(finding.Sentence),
                Url = article.Url,
                SourceId = article.SourceId,
                Digest = article.Digest,
                Published = article.Published,
                Seen = article.Retrieved,
            },
        };
    }
}
