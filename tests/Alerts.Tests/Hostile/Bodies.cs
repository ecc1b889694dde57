using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Alerts.Tests.Hostile;

/// <summary>Bodies made to break their readers.</summary>
internal static class Bodies
{
    public const string Sentence = "<p>On Monday the court released the editor of the paper.</p>";

    public static string Times(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>A text for each number.</summary>
    public static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));

    public static byte[] Gzip(byte[] body) => Packed(body, s => new GZipStream(s, CompressionLevel.Fastest));

    public static byte[] Brotli(byte[] body) => Packed(body, s => new BrotliStream(s, CompressionLevel.Fastest));

    /// <summary>A few hundred kilobytes that unfold to so many megabytes.</summary>
    public static byte[] Bomb(int megabytes, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            var piece = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < megabytes; i++)
            {
                stream.Write(piece);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Ten entities, each ten times the one before.</summary>
    public static string Laughs(string root, string inside)
    {
        var entities = Each(10, i => $"<!ENTITY l{i + 1} \"{Times($"&l{i};", 10)}\">");
        return $"<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY l0 \"ha\">{entities}]>{inside}";
    }

    /// <summary>A PDF of one page with this content stream.</summary>
    /// <param name="content">What the page draws, with the font F and the forms X0, X1…</param>
    /// <param name="filter">How it is packed.</param>
    /// <param name="trailer">More for the end of the document.</param>
    /// <param name="forms">What each form draws; of forms, the one of its own number and the next.</param>
    public static byte[] Pdf(byte[] content, string filter = "", string trailer = "", params string[] forms)
    {
        const int FirstForm = 6;
        using var pdf = new MemoryStream();
        var places = new List<long>();
        Write(pdf, "%PDF-1.7\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources {Resources(0)} >>");
        Drawn(content, filter);
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        foreach (var (i, form) in forms.Index())
        {
            Drawn(Encoding.ASCII.GetBytes(form), $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources {Resources(i)}");
        }

        var table = pdf.Position;
        Write(pdf, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            Write(pdf, $"{place.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n");
        }

        Write(pdf, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();

        string Resources(int first) =>
            $"<< /Font << /F 5 0 R >> /XObject << {string.Concat(Enumerable.Range(first, 2).Where(n => n < forms.Length).Select(n => $"/X{n} {FirstForm + n} 0 R "))}>> >>";

        void Drawn(byte[] drawn, string more)
        {
            places.Add(pdf.Position);
            Write(pdf, $"{places.Count} 0 obj\n<< /Length {drawn.Length} {more} >>\nstream\n");
            pdf.Write(drawn);
            Write(pdf, "\nendstream\nendobj\n");
        }

        void Object(string text)
        {
            places.Add(pdf.Position);
            Write(pdf, $"{places.Count} 0 obj\n{text}\nendobj\n");
        }
    }

    private static byte[] Packed(byte[] body, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));
}
