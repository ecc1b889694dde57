using System.Globalization;
using Alerts.Cases;
using Alerts.Extract.Triggers;

namespace Alerts.Extract.Languages;

/// <summary>Reads one pack file and checks it as it goes.</summary>
internal sealed class PackReader(PackNode root)
{
    private readonly Lexicon lexicon = new();
    private readonly Dictionary<string, Verb> verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Noun> nouns = new(StringComparer.Ordinal);

    public LanguagePack Read()
    {
        ReadWords();
        ReadNumbers();
        ReadVerbs();
        ReadNouns();
        ReadPronouns();
        ReadGenders();
        ReadTriggers();
        var pack = new LanguagePack
        {
            Language = root.Get("language").Text,
            Lexicon = lexicon,
            MarksCase = root.Find("marks-case")?.Text == "true",
            HeadFirst = root.Find("head-first")?.Text == "true",
            DropsSubject = root.Find("drops-subject")?.Text == "true",
            HasPastWithBe = root.Find("past-with-be")?.Text == "true",
            SubjectMayFollow = root.Find("subject-may-follow")?.Text == "true",
            SmallMonths = root.Find("small-months")?.Text == "true",
            Elisions = Texts("elisions").ToHashSet(StringComparer.Ordinal),
            Possessives = [.. Texts("possessives")],
            OrdinalEndings = Texts("ordinal-endings").ToHashSet(StringComparer.Ordinal),
            NameEndings = [.. Pairs("name-endings").SelectMany(p => p.Value.Pairs.Select(b => new NameEnding(p.Key, b.Key == "-" ? "" : b.Key, Features(b.Value))))],
            CaseEndings = [.. Pairs("case-endings").Select(p => (p.Key, Features(p.Value))).OrderByDescending(p => p.Key.Length)],
            IndeclinableEndings = [.. Texts("indeclinable-endings")],
            PluralEndings = [.. Texts("plural-endings")],
            PluralVerbEndings = [.. Texts("plural-verb-endings")],
            PointsBack = Book("points-back"),
            Together = new PhraseSet(Phrases(root, "together")),
            FeminineEndings = [.. Texts("feminine-endings")],
            FeminineSurnames = [.. Texts("feminine-surnames")],
            MasculineNames = [.. Texts("masculine-names")],
            MasculineSurnames = [.. Texts("masculine-surnames")],
            Fillers = Book("fillers"),
            Prepositions = Book("prepositions"),
            Times = Times(),
            Cues = Book("cues"),
            Bodies = Book("bodies"),
            Details = Pairs("details").ToDictionary(p => Enumerated<CaseEventType>(p.Value, p.Key), p => Book(p.Value)),
        };
        root.RefuseOtherKeys();
        if (pack.IsPlain)
        {
            // Elsewhere too many nouns end like a verb.
            lexicon.ReadEndings();
        }

        return pack;
    }

    private IEnumerable<string> Texts(string key) => root.Find(key)?.Items.Select(i => i.Text) ?? [];

    private IEnumerable<(string Key, PackNode Value)> Pairs(string key) => root.Find(key)?.Pairs ?? [];

    private void ReadWords()
    {
        foreach (var (name, list) in root.Get("words").Pairs)
        {
            var kind = Enumerated<WordClass>(list, name);
            foreach (var form in list.Items.SelectMany(i => Spelling.Expand(i.Text)))
            {
                lexicon.Add(form).Classes |= kind;
            }
        }
    }

    private void ReadNumbers()
    {
        foreach (var (section, kind) in new[]
        {
            ("numbers", WordClass.NumberWord), ("months", WordClass.Month), ("weekdays", WordClass.Weekday), ("ordinals", WordClass.Ordinal),
        })
        {
            foreach (var (form, value) in Pairs(section).SelectMany(p => Spelling.Expand(p.Key).Select(f => (f, p.Value))))
            {
                var word = lexicon.Add(form);
                word.Classes |= kind;
                word.Value = double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw value.Wrong("expected a number");
            }
        }

        foreach (var (form, length) in Pairs("terms").SelectMany(p => Spelling.Expand(p.Key).Select(f => (f, p.Value))))
        {
            lexicon.Add(form).Term = Term.TryParse(length.Text, out var term) ? term : throw length.Wrong("expected a length such as P2Y");
        }

        foreach (var (form, unit) in Pairs("units").SelectMany(p => Spelling.Expand(p.Key).Select(f => (f, p.Value))))
        {
            var word = lexicon.Add(form);
            word.Classes |= WordClass.Unit;
            word.Unit = unit.Text is ['Y' or 'M' or 'W' or 'D' or 'H'] ? unit.Text[0] : throw unit.Wrong("expected Y, M, W, D or H");
        }
    }

    private void ReadVerbs()
    {
        var conjugations = Pairs("conjugations").ToDictionary(
            c => c.Key,
            c => c.Value.Pairs.Select(f => (Form: Enumerated<VerbForm>(f.Value, f.Key), Endings: f.Value.Items.SelectMany(i => Spelling.Expand(i.Text)).ToArray())).ToArray(),
            StringComparer.Ordinal);
        foreach (var item in root.Get("verbs").Items)
        {
            // "stem|conjugation", or "lemma: form=words form=words" written out as a map.
            var parts = item.Text.Split('|');
            if (parts.Length != 2 || !conjugations.TryGetValue(parts[1], out var conjugation))
            {
                throw item.Wrong($"expected stem|conjugation with one of: {string.Join(", ", conjugations.Keys)}");
            }

            foreach (var stem in Spelling.Expand(parts[0]))
            {
                var verb = VerbOf(stem + Ending(conjugation[0].Endings[0]));
                foreach (var (form, endings) in conjugation)
                {
                    AddForms(verb, form, endings.Select(e => stem + Ending(e)));
                }
            }
        }

        foreach (var (lemma, forms) in Pairs("irregular-verbs"))
        {
            var verb = VerbOf(lemma);
            foreach (var (form, list) in forms.Pairs)
            {
                AddForms(verb, Enumerated<VerbForm>(list, form), list.Items.SelectMany(i => Spelling.Expand(i.Text)));
            }
        }

        foreach (var (name, list) in Pairs("verb-classes"))
        {
            var kind = Enumerated<VerbClass>(list, name);
            foreach (var item in list.Items)
            {
                Known(verbs, item, "verb").Classes |= kind;
            }
        }

        foreach (var (name, endings) in Pairs("agreement"))
        {
            var form = Enumerated<VerbForm>(endings, name);
            var known = endings.Pairs.Select(e => (e.Key, Features: Features(e.Value))).OrderByDescending(e => e.Key.Length).ToList();
            foreach (var word in lexicon.Words.Where(w => w.Has(form)))
            {
                word.Features |= known.Find(e => word.Form.EndsWith(e.Key, StringComparison.Ordinal)).Features;
            }
        }

        var unlisted = new Verb("");
        foreach (var (ending, list) in Pairs("verb-endings"))
        {
            var stand = lexicon.AddEnding(ending);
            stand.Verb = unlisted;
            stand.Forms = list.Items.Select(i => Enumerated<VerbForm>(i, i.Text)).Aggregate(VerbForm.None, (a, b) => a | b);
        }

        foreach (var ending in Texts("adverb-endings"))
        {
            lexicon.AddEnding(ending).Classes |= WordClass.Adverb;
        }
    }

    private static string Ending(string text) => text == "-" ? "" : text;

    private Verb VerbOf(string lemma)
    {
        if (!verbs.TryGetValue(lemma, out var verb))
        {
            verbs[lemma] = verb = new Verb(lemma);
        }

        return verb;
    }

    private void AddForms(Verb verb, VerbForm form, IEnumerable<string> words)
    {
        foreach (var word in words.Select(lexicon.Add))
        {
            if (word.Verb is null || word.Verb == verb)
            {
                word.Verb = verb;
                word.Forms |= form;
            }
        }
    }

    private void ReadNouns()
    {
        var declensions = Pairs("declensions").ToDictionary(
            d => d.Key, d => d.Value.Pairs.Select(e => (Ending: Ending(e.Key), Features: Features(e.Value))).ToArray(), StringComparer.Ordinal);
        foreach (var (section, list) in root.Get("nouns").Pairs)
        {
            foreach (var item in list.Items)
            {
                var parts = item.Text.Split('|');
                if (parts.Length != 2 || !declensions.TryGetValue(parts[1], out var declension))
                {
                    throw item.Wrong($"expected stem|declension with one of: {string.Join(", ", declensions.Keys)}");
                }

                foreach (var stem in Spelling.Expand(parts[0]))
                {
                    AddNoun(list, section, stem, declension);
                }
            }
        }
    }

    private void AddNoun(PackNode place, string section, string stem, (string Ending, Feature Features)[] declension)
    {
        var lemma = stem + declension[0].Ending;
        if (!nouns.TryGetValue(lemma, out var noun))
        {
            nouns[lemma] = noun = new Noun(lemma);
        }

        noun.IsOffice |= section == "office";
        noun.IsDraft |= section == "draft";
        noun.IsDecision |= section == "decision";
        noun.IsRelation |= section is "relation" or "office";
        noun.Kind = section is "relation" or "office" ? NounKind.Person : section is "draft" ? NounKind.Law : section is "decision" ? NounKind.Thing : Enumerated<NounKind>(place, section);
        foreach (var (ending, features) in declension)
        {
            var word = lexicon.Add(stem + ending);
            if (word.Noun is null || word.Noun == noun)
            {
                word.Noun = noun;
                word.Features |= features;
            }
        }
    }

    private void ReadPronouns()
    {
        foreach (var (section, kind) in new[] { ("pronouns", WordClass.Pronoun), ("owners", WordClass.Owner), ("relatives", WordClass.Relative), ("governs", WordClass.Preposition), ("clitics", WordClass.Clitic) })
        {
            foreach (var (form, features) in Pairs(section).SelectMany(p => Spelling.Expand(p.Key).Select(f => (f, p.Value))))
            {
                var word = lexicon.Add(form);
                word.Classes |= kind;
                word.Features |= Features(features);
            }
        }
    }

    private static Feature Features(PackNode node) =>
        node.Text.Split(' ').Where(w => w is not "-").Select(w => Enumerated<Feature>(node, w)).Aggregate(Feature.None, (a, b) => a | b);

    private void ReadTriggers()
    {
        foreach (var item in root.Get("triggers").Items)
        {
            var verbs = item.Find("verbs")?.Items.Select(i => Known(this.verbs, i, "verb").Lemma).ToArray() ?? [];
            var nouns = item.Find("nouns")?.Items.Select(i => Known(this.nouns, i, "noun").Lemma).ToArray() ?? [];
            if (verbs.Length + nouns.Length == 0)
            {
                throw item.Wrong("expected 'verbs' or 'nouns'");
            }

            var role = item.Get("case");
            var behind = role.Text.StartsWith("behind ", StringComparison.Ordinal);
            var trigger = new Trigger
            {
                Type = Enumerated<CaseEventType>(item.Get("type"), item.Get("type").Text),
                Role = behind ? CaseRole.Behind : Enumerated<CaseRole>(role, role.Text),
                Behind = (behind ? role.Text.Split(' ')[1..] : item.Find("behind")?.Items.Select(i => i.Text) ?? []).ToHashSet(StringComparer.Ordinal),
                NeedsDate = item.Find("dated")?.Text == "true",
                Name = verbs.Concat(nouns).First(),
                Place = item.Place,
                Object = item.Find("object")?.Items.Select(i => Known(this.nouns, i, "noun").Lemma).ToHashSet(StringComparer.Ordinal) ?? [],
                Under = item.Find("under")?.Items.Select(i => Known(this.verbs, i, "verb").Lemma).ToHashSet(StringComparer.Ordinal) ?? [],
                With = new PhraseSet(Phrases(item, "with")),
                Unless = new PhraseSet(Phrases(item, "unless")),
                NeedsTerm = item.Find("needs")?.Text is "term" or "object-term",
                HasTermAsObject = item.Find("needs")?.Text == "object-term",
                ByBody = item.Find("by")?.Text == "body",
                OnlyActive = item.Find("voice")?.Text == "active",
                OnlyPassive = item.Find("voice")?.Text == "passive",
                Kinds = [.. item.Find("kinds")?.Items.Select(i => Enumerated<CaseKind>(i, i.Text)) ?? []],
                Detail = item.Find("detail")?.Text,
                MayLieAhead = item.Find("ahead")?.Text == "true",
                IsLasting = item.Find("lasting")?.Text == "true",
                State = item.Find("state")?.Text == "true",
                IsNegated = item.Find("negated")?.Text == "true",
                Weight = item.Find("weight") is { } w ? double.Parse(w.Text, CultureInfo.InvariantCulture) : 1,
            };
            item.RefuseOtherKeys();
            foreach (var lemma in verbs)
            {
                this.verbs[lemma].Triggers.Add(trigger with { Name = lemma });
            }

            foreach (var lemma in nouns)
            {
                this.nouns[lemma].Triggers.Add(trigger with { Name = lemma });
            }
        }
    }

    private IEnumerable<Phrase> Phrases(PackNode item, string key) =>
        item.Find(key)?.Items.SelectMany(i => Spelling.Expand(i.Text).Select(t => PhraseOf(t, i))) ?? [];

    private Phrase PhraseOf(string text, PackNode place)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is ["_", ..] or [.., "_"]
            ? throw place.Wrong($"expected words on both sides of a gap, not '{text}'")
            : new([.. words.Select(w => w == "_" ? null : w[0] == '<' ? new Lexeme(w) { StandsFor = Enumerated<WordClass>(place, w.Trim('<', '>')) } : lexicon.Add(w))]);
    }

    private void ReadGenders()
    {
        foreach (var (gender, forms) in Pairs("genders"))
        {
            if (gender is not ("m" or "f"))
            {
                throw forms.Wrong("expected m or f");
            }

            foreach (var form in forms.Items.SelectMany(i => Spelling.Expand(i.Text)))
            {
                lexicon.Add(form).Shows = gender == "f" ? Feature.F : Feature.M;
            }
        }
    }

    private PhraseBook<string> Times()
    {
        var times = Book("times");
        foreach (var word in times.Openers)
        {
            word.OpensTime = true;
        }

        return times;
    }

    private PhraseBook<string> Book(string section) => root.Find(section) is { } node ? Book(node) : new PhraseBook<string>();

    private PhraseBook<string> Book(PackNode node)
    {
        var book = new PhraseBook<string>();
        foreach (var (meaning, phrases) in node.Pairs)
        {
            foreach (var phrase in phrases.Items.SelectMany(i => Spelling.Expand(i.Text).Select(t => PhraseOf(t, i))))
            {
                book.Add(phrase, meaning);
            }
        }

        return book;
    }

    private static T Known<T>(Dictionary<string, T> known, PackNode item, string what) =>
        known.TryGetValue(item.Text, out var found) ? found : throw item.Wrong($"'{item.Text}' is no {what} of this pack");

    private static T Enumerated<T>(PackNode place, string word) where T : struct, Enum =>
        Word.TryParse<T>(word, out var value) ? value : throw place.Wrong($"'{word}' is not one of: {string.Join(", ", Word.All<T>())}");
}
