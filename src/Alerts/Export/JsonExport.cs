using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Alerts.Import;
using Alerts.Import.Trees;

namespace Alerts.Export;

/// <summary>One JSON object, written as it comes.</summary>
internal sealed class JsonExport : IExportFormat, IDisposable
{
    private readonly Action<string> write;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;
    private bool isOpen;

    public JsonExport(TextWriter output)
    {
        write = output.Write;
        json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <returns>Nodes as JSON on one line.</returns>
    public static string Text(Node node)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, node);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    public void Begin(int version, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteNumber("alerts", version);
        json.WriteString("exported", Forms.Text(now));
    }

    public void Section(string key)
    {
        Close();
        json.WriteStartArray(key);
        isOpen = true;
    }

    public void Item(MapNode item)
    {
        Write(json, item);
        Flush();
    }

    public void End()
    {
        Close();
        json.WriteEndObject();
        Flush();
        write("\n");
    }

    public void Dispose() => json.Dispose();

    private void Close()
    {
        if (isOpen)
        {
            json.WriteEndArray();
        }

        isOpen = false;
    }

    private void Flush()
    {
        json.Flush();
        write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
    }

    private static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node)
        {
            case MapNode map:
                json.WriteStartObject();
                foreach (var (key, value) in map.Entries)
                {
                    json.WritePropertyName(key.Text);
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
            case ListNode list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case TextNode { IsBare: true } bare:
                json.WriteRawValue(bare.Text);
                break;
            case TextNode text:
                json.WriteStringValue(text.Text);
                break;
        }
    }
}
