-- A record of schema 4 as comity made it then, without its text search, which is made of the texts.
CREATE TABLE about (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY ("key")
);
INSERT INTO "about" VALUES('schema','4');
CREATE TABLE actors (
	code TEXT NOT NULL,
	id TEXT NOT NULL,
	PRIMARY KEY (code, id)
);
INSERT INTO "actors" VALUES('CHL','CHL.GOV.MFA');
INSERT INTO "actors" VALUES('GHA','GHA.GOV.MFA');
INSERT INTO "actors" VALUES('NOR','NOR.GOV.MFA');
INSERT INTO "actors" VALUES('SWE','SWE.GOV.MFA');
CREATE TABLE articles (
	"key" TEXT NOT NULL,
	id TEXT NOT NULL,
	text TEXT NOT NULL,
	title TEXT,
	published TEXT,
	outlet TEXT,
	url TEXT,
	kind TEXT NOT NULL,
	noncontent TEXT NOT NULL,
	path TEXT,
	batch INTEGER NOT NULL,
	first_seen TEXT NOT NULL,
	PRIMARY KEY ("key"),
	FOREIGN KEY(text) REFERENCES texts (hash),
	FOREIGN KEY(batch) REFERENCES batches (number)
);
INSERT INTO "articles" VALUES('fee79c2ba08c71aa84d55f4db6dffe49','c180c292','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80','A title','2024-03-01','Demo Wire North',NULL,'news','[]','demo.txt',1,'2026-11-24T14:11:20+00:00');
INSERT INTO "articles" VALUES('9292d3811fcb8075713e8e4bb570a7c6','eb694391','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617','A title','2024-06-01','Demo Gazette South',NULL,'news','[]','demo.txt',1,'2026-11-24T14:11:21+00:00');
INSERT INTO "articles" VALUES('5d1957ce3081a1fcb29f44c5ac690b07','c180c292','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80','A title','2024-03-02','Demo Gazette South',NULL,'news','[]','demo.txt',1,'2026-11-24T14:11:21+00:00');
INSERT INTO "articles" VALUES('a7ca58113634932f9bb4d87436d413bf','35730bb1','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1','A title',NULL,'Demo Wire North',NULL,'news','[]','demo.txt',1,'2026-11-24T14:11:21+00:00');
CREATE TABLE attributions (
	article TEXT NOT NULL,
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	source_code TEXT,
	source_id TEXT,
	stance TEXT NOT NULL,
	directness TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (article, number),
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
INSERT INTO "attributions" VALUES('fee79c2ba08c71aa84d55f4db6dffe49',0,'a0','NOR','NOR.GOV.MFA','said','indirect','{"id":"a0","source":{"text":"Norway","span":[0,6],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"},"cue":{"text":"said","span":[7,11]},"content":{"spans":[[17,40]]},"directness":"indirect","stance":"said","chain":[{"text":"Norway","span":[0,6],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"}],"medium":null}');
INSERT INTO "attributions" VALUES('9292d3811fcb8075713e8e4bb570a7c6',0,'a0','CHL','CHL.GOV.MFA','said','indirect','{"id":"a0","source":{"text":"Chile","span":[0,5],"code":"CHL","id":"CHL.GOV.MFA","sector":"GOV"},"cue":{"text":"said","span":[6,10]},"content":{"spans":[[16,37]]},"directness":"indirect","stance":"said","chain":[{"text":"Chile","span":[0,5],"code":"CHL","id":"CHL.GOV.MFA","sector":"GOV"}],"medium":null}');
INSERT INTO "attributions" VALUES('5d1957ce3081a1fcb29f44c5ac690b07',0,'a0','NOR','NOR.GOV.MFA','said','indirect','{"id":"a0","source":{"text":"Norway","span":[0,6],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"},"cue":{"text":"said","span":[7,11]},"content":{"spans":[[17,40]]},"directness":"indirect","stance":"said","chain":[{"text":"Norway","span":[0,6],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"}],"medium":null}');
INSERT INTO "attributions" VALUES('a7ca58113634932f9bb4d87436d413bf',0,'a0','GHA','GHA.GOV.MFA','said','indirect','{"id":"a0","source":{"text":"Ghana","span":[0,5],"code":"GHA","id":"GHA.GOV.MFA","sector":"GOV"},"cue":{"text":"said","span":[6,10]},"content":{"spans":[[16,36]]},"directness":"indirect","stance":"said","chain":[{"text":"Ghana","span":[0,5],"code":"GHA","id":"GHA.GOV.MFA","sector":"GOV"}],"medium":null}');
CREATE TABLE batches (
	number INTEGER NOT NULL,
	articles INTEGER NOT NULL,
	claims INTEGER NOT NULL,
	written TEXT NOT NULL,
	PRIMARY KEY (number)
);
INSERT INTO "batches" VALUES(1,4,4,'2026-11-24T14:11:20+00:00');
CREATE TABLE claim_sources (
	article TEXT NOT NULL,
	claim INTEGER NOT NULL,
	depth INTEGER NOT NULL,
	code TEXT,
	id TEXT,
	text TEXT NOT NULL,
	PRIMARY KEY (article, claim, depth),
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
INSERT INTO "claim_sources" VALUES('fee79c2ba08c71aa84d55f4db6dffe49',0,0,'NOR','NOR.GOV.MFA','Norway');
INSERT INTO "claim_sources" VALUES('9292d3811fcb8075713e8e4bb570a7c6',0,0,'CHL','CHL.GOV.MFA','Chile');
INSERT INTO "claim_sources" VALUES('5d1957ce3081a1fcb29f44c5ac690b07',0,0,'NOR','NOR.GOV.MFA','Norway');
INSERT INTO "claim_sources" VALUES('a7ca58113634932f9bb4d87436d413bf',0,0,'GHA','GHA.GOV.MFA','Ghana');
CREATE TABLE claims (
	article TEXT NOT NULL,
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	type TEXT NOT NULL,
	mode TEXT,
	quad INTEGER,
	status TEXT NOT NULL,
	actor_code TEXT,
	actor_id TEXT,
	actor_sector TEXT,
	actor_text TEXT,
	actor_start INTEGER,
	actor_end INTEGER,
	recipient_code TEXT,
	recipient_id TEXT,
	recipient_sector TEXT,
	recipient_text TEXT,
	recipient_start INTEGER,
	recipient_end INTEGER,
	chain_depth INTEGER NOT NULL,
	earliest TEXT,
	latest TEXT,
	precision TEXT NOT NULL,
	basis TEXT NOT NULL,
	stated_earliest TEXT,
	stated_latest TEXT,
	place TEXT,
	country TEXT,
	region TEXT,
	geonameid INTEGER,
	lat FLOAT,
	lon FLOAT,
	"trigger" TEXT NOT NULL,
	sentence_start INTEGER NOT NULL,
	sentence_end INTEGER NOT NULL,
	confidence FLOAT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (article, number),
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
INSERT INTO "claims" VALUES('fee79c2ba08c71aa84d55f4db6dffe49',0,'0f7f5ff05169','ACCUSE','disapprove',3,'happened','SWE','SWE.GOV.MFA','GOV','Sweden',17,23,'GHA','GHA.GOV.MFA','GOV','Ghana',35,40,1,'2024-03-01','2024-03-01','day','published',NULL,NULL,'Accra','GHA','Greater Accra',2306104,5.55,-0.2,'criticised',0,41,0.75,'{"id":"0f7f5ff05169","actor":{"text":"Sweden","span":[17,23],"code":"SWE","id":"SWE.GOV.MFA","sector":"GOV"},"recipient":{"text":"Ghana","span":[35,40],"code":"GHA","id":"GHA.GOV.MFA","sector":"GOV"},"type":"ACCUSE","mode":"disapprove","contexts":["diplomatic"],"quad":3,"status":"happened","chain":[{"text":"Norway","span":[0,6],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"}],"time":{"earliest":"2024-03-01","latest":"2024-03-01","precision":"day","basis":"published"},"stated":null,"place":{"text":"Accra","span":null,"country":"GHA","region":"Greater Accra","geonameid":2306104,"lat":5.55,"lon":-0.2,"precision":"place"},"trigger":{"text":"criticised","span":[24,34]},"sentence":[0,41],"confidence":0.75}');
INSERT INTO "claims" VALUES('9292d3811fcb8075713e8e4bb570a7c6',0,'a7af4f6d497f','CONSULT','visit',1,'happened','NOR','NOR.GOV.MFA','GOV','Norway',16,22,'SWE','SWE.GOV.MFA','GOV','Sweden',31,37,1,'2024-06-01','2024-06-01','day','published',NULL,NULL,'Oslo','NOR','Oslo',3143244,59.91,10.75,'visited',0,38,0.75,'{"id":"a7af4f6d497f","actor":{"text":"Norway","span":[16,22],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"},"recipient":{"text":"Sweden","span":[31,37],"code":"SWE","id":"SWE.GOV.MFA","sector":"GOV"},"type":"CONSULT","mode":"visit","contexts":["diplomatic"],"quad":1,"status":"happened","chain":[{"text":"Chile","span":[0,5],"code":"CHL","id":"CHL.GOV.MFA","sector":"GOV"}],"time":{"earliest":"2024-06-01","latest":"2024-06-01","precision":"day","basis":"published"},"stated":null,"place":{"text":"Oslo","span":null,"country":"NOR","region":"Oslo","geonameid":3143244,"lat":59.91,"lon":10.75,"precision":"place"},"trigger":{"text":"visited","span":[23,30]},"sentence":[0,38],"confidence":0.75}');
INSERT INTO "claims" VALUES('5d1957ce3081a1fcb29f44c5ac690b07',0,'0f7f5ff05169','ACCUSE','disapprove',3,'happened','SWE','SWE.GOV.MFA','GOV','Sweden',17,23,'GHA','GHA.GOV.MFA','GOV','Ghana',35,40,1,'2024-03-02','2024-03-02','day','published',NULL,NULL,'Accra','GHA','Greater Accra',2306104,5.55,-0.2,'criticised',0,41,0.75,'{"id":"0f7f5ff05169","actor":{"text":"Sweden","span":[17,23],"code":"SWE","id":"SWE.GOV.MFA","sector":"GOV"},"recipient":{"text":"Ghana","span":[35,40],"code":"GHA","id":"GHA.GOV.MFA","sector":"GOV"},"type":"ACCUSE","mode":"disapprove","contexts":["diplomatic"],"quad":3,"status":"happened","chain":[{"text":"Norway","span":[0,6],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"}],"time":{"earliest":"2024-03-02","latest":"2024-03-02","precision":"day","basis":"published"},"stated":null,"place":{"text":"Accra","span":null,"country":"GHA","region":"Greater Accra","geonameid":2306104,"lat":5.55,"lon":-0.2,"precision":"place"},"trigger":{"text":"criticised","span":[24,34]},"sentence":[0,41],"confidence":0.75}');
INSERT INTO "claims" VALUES('a7ca58113634932f9bb4d87436d413bf',0,'464201971840','CONSULT','visit',1,'happened','CHL','CHL.GOV.MFA','GOV','Chile',16,21,'NOR','NOR.GOV.MFA','GOV','Norway',30,36,1,NULL,NULL,'unknown','none',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'visited',0,37,0.75,'{"id":"464201971840","actor":{"text":"Chile","span":[16,21],"code":"CHL","id":"CHL.GOV.MFA","sector":"GOV"},"recipient":{"text":"Norway","span":[30,36],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"},"type":"CONSULT","mode":"visit","contexts":["diplomatic"],"quad":1,"status":"happened","chain":[{"text":"Ghana","span":[0,5],"code":"GHA","id":"GHA.GOV.MFA","sector":"GOV"}],"time":{"earliest":null,"latest":null,"precision":"unknown","basis":"none"},"stated":null,"place":null,"trigger":{"text":"visited","span":[22,29]},"sentence":[0,37],"confidence":0.75}');
CREATE TABLE cluster_claims (
	article TEXT NOT NULL,
	claim INTEGER NOT NULL,
	cluster TEXT NOT NULL,
	PRIMARY KEY (article, claim),
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE,
	FOREIGN KEY(cluster) REFERENCES clusters (id) ON DELETE CASCADE
);
INSERT INTO "cluster_claims" VALUES('a7ca58113634932f9bb4d87436d413bf',0,'ada42f2e61f81264');
INSERT INTO "cluster_claims" VALUES('9292d3811fcb8075713e8e4bb570a7c6',0,'3afe8ceb194fcc0f');
INSERT INTO "cluster_claims" VALUES('fee79c2ba08c71aa84d55f4db6dffe49',0,'1b592b35310209ad');
INSERT INTO "cluster_claims" VALUES('5d1957ce3081a1fcb29f44c5ac690b07',0,'1b592b35310209ad');
CREATE TABLE clusters (
	id TEXT NOT NULL,
	actor TEXT,
	recipient TEXT,
	type TEXT NOT NULL,
	mode TEXT,
	status TEXT NOT NULL,
	earliest TEXT,
	latest TEXT,
	mentions INTEGER NOT NULL,
	articles INTEGER NOT NULL,
	texts INTEGER NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO "clusters" VALUES('ada42f2e61f81264','CHL','NOR','CONSULT','visit','happened',NULL,NULL,1,1,1);
INSERT INTO "clusters" VALUES('3afe8ceb194fcc0f','NOR','SWE','CONSULT','visit','happened','2024-06-01','2024-06-01',1,1,1);
INSERT INTO "clusters" VALUES('1b592b35310209ad','SWE','GHA','ACCUSE','disapprove','happened','2024-03-01','2024-03-02',2,2,1);
CREATE TABLE coders (
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	version TEXT NOT NULL,
	vocabulary TEXT NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO "coders" VALUES('ba69075ffc8611f2a4b562886fd38fe7','fake','1','sha256:0');
CREATE TABLE codings (
	article TEXT NOT NULL,
	coder TEXT NOT NULL,
	language TEXT NOT NULL,
	sentences TEXT NOT NULL,
	noncontent TEXT NOT NULL,
	PRIMARY KEY (article),
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE,
	FOREIGN KEY(coder) REFERENCES coders (id)
);
INSERT INTO "codings" VALUES('fee79c2ba08c71aa84d55f4db6dffe49','ba69075ffc8611f2a4b562886fd38fe7','en','[[0,41]]','[]');
INSERT INTO "codings" VALUES('9292d3811fcb8075713e8e4bb570a7c6','ba69075ffc8611f2a4b562886fd38fe7','en','[[0,38]]','[]');
INSERT INTO "codings" VALUES('5d1957ce3081a1fcb29f44c5ac690b07','ba69075ffc8611f2a4b562886fd38fe7','en','[[0,41]]','[]');
INSERT INTO "codings" VALUES('a7ca58113634932f9bb4d87436d413bf','ba69075ffc8611f2a4b562886fd38fe7','en','[[0,37]]','[]');
CREATE TABLE copies (
	text TEXT NOT NULL,
	original TEXT NOT NULL,
	PRIMARY KEY (text),
	FOREIGN KEY(text) REFERENCES texts (hash) ON DELETE CASCADE
);
CREATE TABLE roles (
	article TEXT NOT NULL,
	number INTEGER NOT NULL,
	person TEXT NOT NULL,
	flag TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (article, number),
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
INSERT INTO "roles" VALUES('fee79c2ba08c71aa84d55f4db6dffe49',0,'person:nobody','not_yet','{"person":"person:nobody","title":"Norway","span":[0,6],"flag":"not_yet","as_of":null}');
INSERT INTO "roles" VALUES('9292d3811fcb8075713e8e4bb570a7c6',0,'person:nobody','not_yet','{"person":"person:nobody","title":"Chile","span":[0,5],"flag":"not_yet","as_of":null}');
INSERT INTO "roles" VALUES('5d1957ce3081a1fcb29f44c5ac690b07',0,'person:nobody','not_yet','{"person":"person:nobody","title":"Norway","span":[0,6],"flag":"not_yet","as_of":null}');
INSERT INTO "roles" VALUES('a7ca58113634932f9bb4d87436d413bf',0,'person:nobody','not_yet','{"person":"person:nobody","title":"Ghana","span":[0,5],"flag":"not_yet","as_of":null}');
CREATE TABLE seals (
	"of" TEXT NOT NULL,
	"key" TEXT NOT NULL,
	digest TEXT NOT NULL,
	PRIMARY KEY ("of", "key")
);
INSERT INTO "seals" VALUES('article','5d1957ce3081a1fcb29f44c5ac690b07','60540d7cbb6ec58d7ac2ded0999e2fb45d645b76a6c978f89868e2a682025205');
INSERT INTO "seals" VALUES('article','9292d3811fcb8075713e8e4bb570a7c6','c0975bb42cdce299b3d25fa7611414474cab8145c7dd75571e40e937a30f01b4');
INSERT INTO "seals" VALUES('article','a7ca58113634932f9bb4d87436d413bf','f7a6143dda447bf9d13649b428e46a80b6537a800557a0eff10673198a85526f');
INSERT INTO "seals" VALUES('article','fee79c2ba08c71aa84d55f4db6dffe49','ffe37a8a9f871c843993f6ba2107f34318e56f49a7764dcba4dbde65738a105c');
INSERT INTO "seals" VALUES('verdict','1','e4edd9733f5e78ab270fc3862f0faedbce31460cb658daf39fab1084dc7f2761');
CREATE TABLE signals (
	article TEXT NOT NULL,
	kind TEXT NOT NULL,
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	by_code TEXT,
	by_id TEXT,
	target_code TEXT,
	target_id TEXT,
	chain_depth INTEGER NOT NULL,
	earliest TEXT,
	latest TEXT,
	confidence FLOAT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (article, kind, number),
	FOREIGN KEY(article) REFERENCES articles ("key") ON DELETE CASCADE
);
INSERT INTO "signals" VALUES('fee79c2ba08c71aa84d55f4db6dffe49','condemnations',0,'s0','SWE','SWE.GOV.MFA','GHA','GHA.GOV.MFA',1,'2024-03-01','2024-03-01',0.5,'{"id":"s0","spans":[[24,34]],"sentence":[0,41],"chain":[{"text":"Norway","span":[0,6],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"}],"claim":"0f7f5ff05169","time":{"earliest":"2024-03-01","latest":"2024-03-01","precision":"day","basis":"published"},"stated":null,"confidence":0.5,"by":{"text":"Sweden","span":[17,23],"code":"SWE","id":"SWE.GOV.MFA","sector":"GOV"},"target":{"text":"Ghana","span":[35,40],"code":"GHA","id":"GHA.GOV.MFA","sector":"GOV"},"polarity":"made","word":false,"perpetrator_named":true,"act_named":false,"unqualified":true,"degree":"other","delay_claimed":null}');
INSERT INTO "signals" VALUES('9292d3811fcb8075713e8e4bb570a7c6','assurances',0,'cafe','CHL','CHL.GOV.MFA','NOR','NOR.GOV.MFA',0,NULL,NULL,0.5,'{"id":"cafe","spans":[[0,5]],"sentence":[0,38],"chain":[],"claim":null,"time":{"earliest":null,"latest":null,"precision":"unknown","basis":"none"},"stated":null,"confidence":0.5,"promisor":{"text":"Chile","span":[0,5],"code":"CHL","id":"CHL.GOV.MFA","sector":"GOV"},"beneficiary":{"text":"Norway","span":[16,22],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"},"kind":"do","specificity":1,"conditional":false,"reported":true,"due":{"earliest":null,"latest":null,"precision":"unknown","basis":"none"}}');
INSERT INTO "signals" VALUES('9292d3811fcb8075713e8e4bb570a7c6','condemnations',0,'s0','NOR','NOR.GOV.MFA','SWE','SWE.GOV.MFA',1,'2024-06-01','2024-06-01',0.5,'{"id":"s0","spans":[[23,30]],"sentence":[0,38],"chain":[{"text":"Chile","span":[0,5],"code":"CHL","id":"CHL.GOV.MFA","sector":"GOV"}],"claim":"a7af4f6d497f","time":{"earliest":"2024-06-01","latest":"2024-06-01","precision":"day","basis":"published"},"stated":null,"confidence":0.5,"by":{"text":"Norway","span":[16,22],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"},"target":{"text":"Sweden","span":[31,37],"code":"SWE","id":"SWE.GOV.MFA","sector":"GOV"},"polarity":"made","word":false,"perpetrator_named":true,"act_named":false,"unqualified":true,"degree":"other","delay_claimed":null}');
INSERT INTO "signals" VALUES('5d1957ce3081a1fcb29f44c5ac690b07','condemnations',0,'s0','SWE','SWE.GOV.MFA','GHA','GHA.GOV.MFA',1,'2024-03-02','2024-03-02',0.5,'{"id":"s0","spans":[[24,34]],"sentence":[0,41],"chain":[{"text":"Norway","span":[0,6],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"}],"claim":"0f7f5ff05169","time":{"earliest":"2024-03-02","latest":"2024-03-02","precision":"day","basis":"published"},"stated":null,"confidence":0.5,"by":{"text":"Sweden","span":[17,23],"code":"SWE","id":"SWE.GOV.MFA","sector":"GOV"},"target":{"text":"Ghana","span":[35,40],"code":"GHA","id":"GHA.GOV.MFA","sector":"GOV"},"polarity":"made","word":false,"perpetrator_named":true,"act_named":false,"unqualified":true,"degree":"other","delay_claimed":null}');
INSERT INTO "signals" VALUES('a7ca58113634932f9bb4d87436d413bf','condemnations',0,'s0','CHL','CHL.GOV.MFA','NOR','NOR.GOV.MFA',1,NULL,NULL,0.5,'{"id":"s0","spans":[[22,29]],"sentence":[0,37],"chain":[{"text":"Ghana","span":[0,5],"code":"GHA","id":"GHA.GOV.MFA","sector":"GOV"}],"claim":"464201971840","time":{"earliest":null,"latest":null,"precision":"unknown","basis":"none"},"stated":null,"confidence":0.5,"by":{"text":"Chile","span":[16,21],"code":"CHL","id":"CHL.GOV.MFA","sector":"GOV"},"target":{"text":"Norway","span":[30,36],"code":"NOR","id":"NOR.GOV.MFA","sector":"GOV"},"polarity":"made","word":false,"perpetrator_named":true,"act_named":false,"unqualified":true,"degree":"other","delay_claimed":null}');
CREATE TABLE text_bands (
	band TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (band, text),
	FOREIGN KEY(text) REFERENCES texts (hash) ON DELETE CASCADE
);
INSERT INTO "text_bands" VALUES('000e14533c9c34b8af','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('017cc42d8fee2266e2','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('023079cada944cfe9f','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('032eb5ba1bed20b2cd','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('048a32a8ab9769343e','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('057811919c23aacac5','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('069be0942be975ea98','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('0758c29f3b8728e7d9','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('08a66be3fc0ead8376','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('09edd2f66267a0f6b1','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('10b06219841ea1102a','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('11d0ca936176fcfb9b','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('12cd6b05d992b2504d','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('13a810fbbfd850a5d0','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('14a79377d40cb65f35','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('1538dcf03e1cce766a','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('1625515cb43474bb5f','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('171bf05d24b95cb7da','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('18835e1723d5ec6429','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('194b3247feb3f77b7f','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('20231747697a7dbe38','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('213f6c68ea66b98f7d','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('22647d457fb5bd811d','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('23a51bf56015f51060','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('2424a88c36ae6ea1c3','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('258b273c70bb3ec441','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('26082802ddae1b92f9','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('27d736964e61fb7c5d','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('28ab0d64652755c5c4','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('29eccc34ca5d5ab464','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('30626216693f0802b3','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('31e3b9707ef93426f2','eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617');
INSERT INTO "text_bands" VALUES('0002b72ce3094b8ea4','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('019c3e2f9dd8d0462a','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('02e1ec07179204045f','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('03e8a768d1114bbde5','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('04c5443b99d8852425','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('05deee5e1270ca1987','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('06eb59500e4cf2d623','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('07678d47790399b819','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('08effd77707588ed43','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('09f134837bfb371cad','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('10c93332c72cdd2d9a','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('1160449c3c418492df','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('1287a042ce10563ca9','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('139be760f5c4c7d98c','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('149360973dd01334fc','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('159e42106d93d1071b','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('164ecea705277d1cb0','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('177050450ef3b15b86','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('18c832e0dbcde1225a','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('19e8ca55268caf6f32','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('2018be93bd0b2e74d2','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('214b8e38fc4b343a0a','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('222b97ed0019c59c5f','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('238e4cd8ea4ac2931d','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('24555f47cd5dda001e','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('25254521523e28798f','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('263df433542c85cb4a','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('275654026ee6531eb8','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('28146bd70e09e73b49','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('2992fba248c84b060b','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('307c13e1abdbe42f89','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('31bcbf89495209bea0','c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80');
INSERT INTO "text_bands" VALUES('007ea12746b5971dc0','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('01ad6c224270fbf7a7','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('022e99edeb84501e94','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('033fa37ced02dedaf3','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('04bb05f2375363e953','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('050c8f0b86730de15c','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('0667237ba458460f5c','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('07d4303ff36d5c1f95','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('0838190ca4d91e15b5','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('0967413ba9848a0e6f','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('1065d89857128a13eb','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('11e4f7781eacbfaa73','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('1224503f20d8a1a2b6','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('13d38c192968ce3194','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('1476779028dec46520','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('15889ef6a61a5f01a3','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('164973104ab692c446','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('17b76ac28c7b19f531','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('18474854fd82de97f2','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('19b6572f78cdf4c55b','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('20f32bb020fdcd6da1','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('215b74896b3d171f70','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('2226a3b21049ee9f10','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('2314e2c442fea5c9d0','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('24c81aca5b437f55c3','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('25370ec7971884d376','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('261b576f5941957f41','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('2755deb0d5c9fbc82a','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('28ab3121f62bb6e0e9','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('293537cda3d8862fcb','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('300e5a2d23e4eb1fb3','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
INSERT INTO "text_bands" VALUES('3136d975f4d2e67b5d','35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1');
CREATE TABLE texts (
	number INTEGER NOT NULL,
	hash TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (hash)
);
INSERT INTO "texts" VALUES(1,'c180c2922631404805004b52cdb8af3d7b2f56e0f7b72c9b67ad3baef09dec80','Norway said that Sweden criticised Ghana. It was told in Accra.');
INSERT INTO "texts" VALUES(2,'eb694391d6b982d984bea04374354a1bcc6801fdfe837f060445b012e44a1617','Chile said that Norway visited Sweden. It was told in Oslo.');
INSERT INTO "texts" VALUES(3,'35730bb11db51465421209039203a6d8ee53da1b373fe518719a8c38106a21a1','Ghana said that Chile visited Norway.');
CREATE TABLE verdicts (
	number INTEGER NOT NULL,
	assurance TEXT NOT NULL,
	signal TEXT NOT NULL,
	promisor TEXT,
	beneficiary TEXT,
	verdict TEXT,
	because TEXT NOT NULL,
	name TEXT NOT NULL,
	at TEXT NOT NULL,
	undoes INTEGER,
	PRIMARY KEY (number),
	FOREIGN KEY(undoes) REFERENCES verdicts (number)
);
INSERT INTO "verdicts" VALUES(1,'0123456789ab','cafe','CHL','NOR','kept','It is told.','A. Reader','2026-11-24T14:11:21+00:00',NULL);
CREATE TABLE withdrawn (
	number INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	undated TEXT NOT NULL,
	dated INTEGER NOT NULL,
	id TEXT NOT NULL,
	assurances TEXT NOT NULL,
	why TEXT NOT NULL,
	at TEXT NOT NULL,
	PRIMARY KEY (number),
	UNIQUE ("key")
);
CREATE INDEX ix_verdicts_assurance ON verdicts (assurance);
CREATE INDEX ix_text_bands_text ON text_bands (text);
CREATE INDEX ix_copies_original ON copies (original);
CREATE INDEX ix_articles_id ON articles (id);
CREATE INDEX ix_articles_text ON articles (text);
CREATE INDEX ix_claims_country ON claims (country);
CREATE INDEX ix_claims_geonameid ON claims (geonameid);
CREATE INDEX claims_dyad ON claims (actor_code, recipient_code, type);
CREATE INDEX ix_claims_id ON claims (id);
CREATE INDEX ix_claims_type ON claims (type);
CREATE INDEX ix_claim_sources_code ON claim_sources (code);
CREATE INDEX ix_attributions_source_code ON attributions (source_code);
CREATE INDEX ix_signals_id ON signals (id);
CREATE INDEX signals_dyad ON signals (kind, by_code, target_code);
CREATE INDEX ix_roles_person ON roles (person);
CREATE INDEX ix_cluster_claims_cluster ON cluster_claims (cluster);
CREATE INDEX claims_recipient ON claims (recipient_code, actor_code);
CREATE INDEX claims_actor_id ON claims (actor_id);
CREATE INDEX claims_recipient_id ON claims (recipient_id);
CREATE INDEX ix_withdrawn_undated ON withdrawn (undated);
