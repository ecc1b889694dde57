using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Alerts.Read;

/// <summary>What drawing one page takes.</summary>
internal sealed record PdfDrawing;

/// <summary>
/// Counts what a page draws before it is drawn, in the order in which it would be, and ends where the budget does: forms that draw each other
/// (ISO 32000-1, section 8.10) unfold without end, or deeper than the stack of the parser.
/// </summary>
internal sealed class PdfDrawings : BasePageFactory<PdfDrawing>
{
    /// <summary>Forms within forms; what people use draws a few.</summary>
    private const int MaxDepth = 28;

    /// <summary>Loading a form's resources takes some steps for each of them.</summary>
    private const int StepsPerResource = 5;

    private const int StepsPerOperator = 2;

    /// <summary>Setting a colour, a graphics state or a shading looks its name up, and may calculate; keeping the state for later copies it.</summary>
    private const int StepsPerState = 8;

    /// <summary>Accents look for their letter among all of the page: one of as many letters takes as many steps again.</summary>
    private const int LettersLookedThrough = 10_000;

    private readonly PdfBudget budget;
    private readonly Dictionary<IndirectReference, StreamToken> forms = [];
    private readonly Dictionary<StreamToken, IReadOnlyList<IGraphicsStateOperation>> drawn = [];

    /// <summary>Called by the library; the budget comes with the filters, which are made for the one document.</summary>
    public PdfDrawings(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
        : base(scanner, resources, filters, new Parser(parser, BudgetOf(options)), options) => budget = BudgetOf(options);

    protected override PdfDrawing ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var letters = Count(operations, pageNumber, within: null, depth: 0);
        budget.SpendSteps(letters * letters / LettersLookedThrough);
        return new PdfDrawing();
    }

    private static PdfBudget BudgetOf(ParsingOptions options) => ((BoundedFilters)options.FilterProvider!).Budget;

    /// <param name="operations">Of the page or form.</param>
    /// <param name="page">Its number.</param>
    /// <param name="within">The name by which the form was drawn: it does not draw what has its own.</param>
    /// <param name="depth">Forms around it.</param>
    /// <returns>Letters.</returns>
    private long Count(IReadOnlyList<IGraphicsStateOperation> operations, int page, NameToken? within, int depth)
    {
        budget.SpendSteps(StepsPerOperator * operations.Count);
        var letters = 0L;
        foreach (var operation in operations)
        {
            letters += operation is not InvokeNamedXObject form ? Letters(operation) : within is not null && form.Name == within ? 0 : OfForm(form.Name, page, depth + 1);
        }

        return letters;
    }

    private long Letters(IGraphicsStateOperation operation)
    {
        var letters = operation switch
        {
            ShowText show => show.Text?.Length ?? show.Bytes.Length,
            MoveToNextLineShowText show => show.Text?.Length ?? show.Bytes.Length,
            MoveToNextLineShowTextWithSpacing show => show.Text?.Length ?? show.Bytes.Length,
            ShowTextsWithPositioning show => show.Array.Sum(t => t is StringToken text ? text.Data.Length : t is HexToken hex ? hex.Bytes.Length : 1),
            _ => 0,
        };
        budget.SpendSteps(operation.Operator is "q" or "cs" or "CS" or "scn" or "SCN" or "sc" or "SC" or "gs" or "sh" ? StepsPerState : letters);
        return letters;
    }

    private long OfForm(NameToken name, int page, int depth)
    {
        if (Form(name) is not { } form)
        {
            return 0;
        }

        if (depth > MaxDepth)
        {
            budget.Refuse();
        }

        var resources = form.StreamDictionary.TryGet<DictionaryToken>(NameToken.Resources, PdfScanner, out var own) ? own : null;
        if (resources is not null)
        {
            budget.SpendSteps(StepsPerResource * resources.Data.Keys.Sum(k => resources.TryGet(NameToken.Create(k), PdfScanner, out DictionaryToken? named) ? named.Data.Count : 1));
            ResourceStore.LoadResourceDictionary(resources);
        }

        if (!drawn.TryGetValue(form, out var operations))
        {
            drawn[form] = operations = PageContentParser.Parse(page, new MemoryInputBytes(form.Decode(FilterProvider, PdfScanner)), ParsingOptions.Logger);
        }

        var letters = Count(operations, page, name, depth);
        if (resources is not null)
        {
            ResourceStore.UnloadResourceDictionary();
        }

        return letters;
    }

    private StreamToken? Form(NameToken name)
    {
        var known = ResourceStore.TryGetXObjectReference(name, out var reference);
        if (known && forms.TryGetValue(reference, out var form))
        {
            return form;
        }

        if (!ResourceStore.TryGetXObject(name, out form) || !form.StreamDictionary.TryGet(NameToken.Subtype, PdfScanner, out NameToken? type) || type != NameToken.Form)
        {
            return null;
        }

        if (known)
        {
            forms[reference] = form;
        }

        return form;
    }

    /// <summary>Parses no more than the budget allows.</summary>
    private sealed class Parser(IPageContentParser inner, PdfBudget budget) : IPageContentParser
    {
        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
        {
            budget.SpendDrawn(inputBytes.Length);
            return inner.Parse(pageNumber, inputBytes, log);
        }
    }
}
