using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Import;
using Alerts.Import.Trees;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alerts.Export;

/// <summary>One file of YAML, written as it comes.</summary>
internal sealed partial class YamlExport(TextWriter output) : IExportFormat
{
    private readonly Emitter emitter = new(output, EmitterSettings.Default.WithBestWidth(int.MaxValue).WithNewLine("\n"));
    private bool isOpen;

    public void Begin(int version, DateTimeOffset now)
    {
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        emitter.Emit(new MappingStart());
        Emit(new TextNode(default, "alerts"));
        Emit(new TextNode(default, version.ToString(CultureInfo.InvariantCulture)) { IsBare = true });
        Emit(new TextNode(default, "exported"));
        Emit(new TextNode(default, Forms.Text(now)));
    }

    public void Section(string key)
    {
        Close();
        Emit(new TextNode(default, key));
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        isOpen = true;
    }

    public void Item(MapNode item) => Emit(item);

    public void End()
    {
        Close();
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private void Close()
    {
        if (isOpen)
        {
            emitter.Emit(new SequenceEnd());
        }

        isOpen = false;
    }

    private void Emit(Node node)
    {
        switch (node)
        {
            case MapNode map:
                emitter.Emit(new MappingStart());
                foreach (var (key, value) in map.Entries)
                {
                    Emit(key);
                    Emit(value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case ListNode list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in list.Items)
                {
                    Emit(item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case TextNode text:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text.Text, Style(text), isPlainImplicit: true, isQuotedImplicit: true));
                break;
        }
    }

    /// <summary>Without quotation marks only where no reader of YAML takes it for a number, a truth value or nothing.</summary>
    private static ScalarStyle Style(TextNode text) =>
        text.IsBare || (PlainForm().IsMatch(text.Text) && !MeaningForm().IsMatch(text.Text)) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z][A-Za-z0-9-]*)*|[0-9]{4}-[0-9]{2}-[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainForm();

    [GeneratedRegex(@"^(?:null|true|false|yes|no|on|off|y|n|nan|inf)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MeaningForm();
}
