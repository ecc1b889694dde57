using Alerts.Cases;

namespace Alerts.Tests.Extract;

/// <summary>What French prose says without asserting that it happened to the case.</summary>
public sealed class FrenchNeverAnEventTests
{
    private static readonly Case[] Cast =
    [
        new() { Id = "jean", Kind = CaseKind.Person, Name = "Jean Morel-Diop" },
        new() { Id = "radio", Kind = CaseKind.Organization, Name = "Radio Phare" },
        new() { Id = "loi", Kind = CaseKind.Law, Name = "loi Phare" },
    ];

    [Theory]
    [InlineData("Jean Morel-Diop doit être libéré.")]
    [InlineData("La Ligue demande la libération de Jean Morel-Diop.")]
    [InlineData("La Ligue a demandé lundi la libération de Jean Morel-Diop.")]
    [InlineData("Jean Morel-Diop risque jusqu'à dix ans de prison.")]
    [InlineData("Le parquet a requis huit ans de prison contre Jean Morel-Diop.")]
    [InlineData("Jean Morel-Diop n'a pas été arrêté.")]
    [InlineData("Le ministre a démenti que Jean Morel-Diop ait été arrêté.")]
    [InlineData("Jean Morel-Diop n'a toujours pas été libéré.")]
    [InlineData("S'il est reconnu coupable, Jean Morel-Diop sera condamné à dix ans.")]
    [InlineData("Jean Morel-Diop aurait été arrêté lundi.")]
    [InlineData("Jean Morel-Diop sera libéré en mai.")]
    [InlineData("Nous voulons que Jean Morel-Diop soit libéré.")]
    [InlineData("Jean Morel-Diop a-t-il été arrêté ?")]
    [InlineData("Le frère de Jean Morel-Diop a été arrêté.")]
    [InlineData("L'avocat de Jean Morel-Diop a été arrêté lundi.")]
    [InlineData("La police a tenté d'arrêter Jean Morel-Diop.")]
    [InlineData("Amnesty appelle à libérer Jean Morel-Diop.")]
    [InlineData("Jean Morel-Diop risque d'être expulsé.")]
    [InlineData("Le juge a refusé la libération de Jean Morel-Diop.")]
    [InlineData("La demande de mise en liberté de Jean Morel-Diop a été rejetée.")]
    [InlineData("Libérez Jean Morel-Diop.")]
    [InlineData("Sans avoir été jugé, Jean Morel-Diop attend.")]
    [InlineData("L'exilé Jean Morel-Diop publie un livre.")]
    [InlineData("La rumeur disait Jean Morel-Diop arrêté à Miami.")]
    [InlineData("Jean Morel-Diop craint d'être arrêté.")]
    [InlineData("Personne n'a été arrêté, selon Jean Morel-Diop.")]
    [InlineData("Il est prévu que Jean Morel-Diop soit expulsé.")]
    [InlineData("Le Comité recommande de libérer Jean Morel-Diop et d'abroger la loi Phare.")]
    [InlineData("La famille demande que Jean Morel-Diop soit libéré.")]
    [InlineData("Jean Morel-Diop encourt une peine de dix ans de prison.")]
    [InlineData("Le procureur a demandé que Jean Morel-Diop soit condamné à 8 ans.")]
    [InlineData("Le président a promis de gracier Jean Morel-Diop.")]
    [InlineData("Le ministre a démenti l'arrestation de Jean Morel-Diop.")]
    [InlineData("Jean Morel-Diop a été menacé d'expulsion.")]
    [InlineData("Aucun tribunal n'a condamné Jean Morel-Diop.")]
    [InlineData("Jean Morel-Diop n'a été ni jugé ni condamné.")]
    [InlineData("Le député propose d'abroger la loi Phare.")]
    [InlineData("Le gouvernement envisage de fermer Radio Phare.")]
    [InlineData("Jean Morel-Diop a écrit sur l'arrestation d'Ana Ruiz en mars 2019.")]
    [InlineData("Selon Jean Morel-Diop, Ana Ruiz a été arrêtée lundi.")]
    [InlineData("Jean Morel-Diop a rendu visite à Ana Ruiz, arrêtée lundi.")]
    [InlineData("Jean Morel-Diop a dénoncé la torture infligée à Ana Ruiz.")]
    [InlineData("La loi Phare n'a pas été adoptée.")]
    [InlineData("Jean Morel-Diop serait détenu à Fresnes.")]
    [InlineData("Jean Morel-Diop devrait être libéré lundi.")]
    [InlineData("Jean Morel-Diop a failli être arrêté.")]
    [InlineData("Jean Morel-Diop a échappé à une arrestation lundi.")]
    [InlineData("Avant d'être arrêté, il faut que Jean Morel-Diop parle.")]
    [InlineData("Jean Morel-Diop ne sera pas extradé.")]
    [InlineData("Jean Morel-Diop a été maintenu en détention.")]
    [InlineData("La détention provisoire de Jean Morel-Diop a été prolongée.")]
    [InlineData("On ignore si Jean Morel-Diop a été arrêté.")]
    [InlineData("Jean Morel-Diop craint pour sa vie s'il est expulsé.")]
    [InlineData("Le rapporteur a demandé que Jean Morel-Diop soit relâché.")]
    [InlineData("Des proches de Jean Morel-Diop ont été arrêtés lundi.")]
    [InlineData("Les juges diront lundi si Jean Morel-Diop est acquitté.")]
    [InlineData("Rien ne prouve que Jean Morel-Diop ait été torturé.")]
    [InlineData("Il faut libérer Jean Morel-Diop.")]
    [InlineData("L'attivista Jean Morel-Diop non è stato condannato a cinque anni di carcere, ha detto la famiglia.")]
    public void What_is_not_asserted_is_no_event(string text) =>
        Assert.Empty(Told.Of(text, Cast, Told.Published));
}
