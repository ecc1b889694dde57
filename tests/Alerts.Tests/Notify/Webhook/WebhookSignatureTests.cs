using System.Text;
using Alerts.Notify.Webhook;

namespace Alerts.Tests.Notify.Webhook;

public class WebhookSignatureTests
{
    private const string Id = "msg_1";

    private static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":"case.changed"}""");

    private static readonly string Timestamp = WebhookSignature.Timestamp(Sample.Now);

    private static readonly string Signature = WebhookSignature.Of(Secret, Id, Sample.Now, Body);

    /// <summary>The signature was made by the npm package standardwebhooks 1.1.1.</summary>
    [Fact]
    public void A_signature_equals_that_of_the_reference_library() => Assert.Equal("v1,NkC7Pk6ScivUy4BSka4c2ygM3CEf2W2azq5J6yDh3tM=", Signature);

    [Fact]
    public void A_signature_is_valid_under_its_secret() =>
        Assert.Equal(SignatureCheck.Valid, Check());

    [Fact]
    public void One_valid_signature_among_several_is_enough() =>
        Assert.Equal(SignatureCheck.Valid, Check(signatures: $"v1a,abc v1,AAAA {Signature}"));

    [Fact]
    public void Another_secret_body_or_id_does_not_match()
    {
        Assert.Equal(SignatureCheck.Mismatch, Check(secret: WebhookSecret.Generate()));
        Assert.Equal(SignatureCheck.Mismatch, Check(body: "{}"u8.ToArray()));
        Assert.Equal(SignatureCheck.Mismatch, Check(id: "msg_2"));
        Assert.Equal(SignatureCheck.Mismatch, Check(timestamp: WebhookSignature.Timestamp(Sample.Now.AddSeconds(1))));
    }

    [Theory]
    [InlineData(-301, SignatureCheck.Stale)]
    [InlineData(-300, SignatureCheck.Valid)]
    [InlineData(300, SignatureCheck.Valid)]
    [InlineData(301, SignatureCheck.Stale)]
    public void A_message_from_another_time_is_stale(int secondsAway, SignatureCheck expected) =>
        Assert.Equal(expected, Check(now: Sample.Now.AddSeconds(secondsAway)));

    [Theory]
    [InlineData(null, "1", "v1,AAAA", SignatureCheck.Malformed)]
    [InlineData("msg_1", null, "v1,AAAA", SignatureCheck.Malformed)]
    [InlineData("msg_1", "soon", "v1,AAAA", SignatureCheck.Malformed)]
    [InlineData("msg_1", "-1", "v1,AAAA", SignatureCheck.Malformed)]
    [InlineData("msg_1", "1", null, SignatureCheck.Malformed)]
    [InlineData("msg_1", "9223372036854775807", "v1,AAAA", SignatureCheck.Stale)]
    [InlineData("msg_1", "1572444300", "v1,", SignatureCheck.Mismatch)]
    [InlineData("msg_1", "1572444300", "v1,????", SignatureCheck.Mismatch)]
    [InlineData("msg_1", "1572444300", "   ", SignatureCheck.Mismatch)]
    public void Headers_that_cannot_be_read_are_named_and_never_throw(string? id, string? timestamp, string? signatures, SignatureCheck expected) =>
        Assert.Equal(expected, WebhookSignature.Verify(Secret, id, timestamp, Body, signatures, Sample.Now, WebhookSignature.Tolerance));

    private static SignatureCheck Check(
        WebhookSecret? secret = null, string id = Id, string? timestamp = null, byte[]? body = null, string? signatures = null, DateTimeOffset? now = null) =>
        WebhookSignature.Verify(
            secret ?? Secret, id, timestamp ?? Timestamp, body ?? Body, signatures ?? Signature, now ?? Sample.Now, WebhookSignature.Tolerance);
}
